internal import Engines

/// How one value of a vector becomes a `Value`.
indirect enum ValueType: Hashable {
    case boolean, int8, int16, int32, int64, uint8, uint16, uint32, uint64, int128, uint128
    case float32, float64
    case string, binary
    case date
    /// Microseconds, seconds, milliseconds and nanoseconds; the last rounded down.
    case timestamp, seconds, milliseconds, nanoseconds
    case timestamptz
    case uuid
    case decimal(ColumnVector.Layout)
    case list(ValueType)
    case null

    /// nil for types that need more than their number, and for those that have no `Value`.
    init?(_ id: LogicalType.ID) {
        let types: [LogicalType.ID: ValueType] = [
            .boolean: .boolean, .tinyint: .int8, .smallint: .int16, .integer: .int32, .bigint: .int64,
            .utinyint: .uint8, .usmallint: .uint16, .uinteger: .uint32, .ubigint: .uint64,
            .hugeint: .int128, .uhugeint: .uint128, .float: .float32, .double: .float64,
            .varchar: .string, .blob: .binary, .date: .date, .timestamp: .timestamp,
            .timestampSeconds: .seconds, .timestampMilliseconds: .milliseconds,
            .timestampNanoseconds: .nanoseconds, .timestamptz: .timestamptz, .uuid: .uuid, .null: .null,
        ]
        guard let type = types[id] else { return nil }
        self = type
    }
}
