internal import CDuckDB
internal import Engines
internal import Expressions

/// A column's type as DuckDB has it. Owns its handle.
struct LogicalType: ~Copyable {
    private let functions: UnsafePointer<duckdb_functions>
    private let handle: duckdb_logical_type?
    private let id: ID

    /// Numbers of the C API.
    enum ID: UInt32 {
        case invalid = 0
        case boolean, tinyint, smallint, integer, bigint, utinyint, usmallint, uinteger, ubigint
        case float, double, timestamp, date, time, interval, hugeint, varchar, blob, decimal
        case timestampSeconds, timestampMilliseconds, timestampNanoseconds
        case enumeration, list, structure, map, uuid, union, bit, timeWithZone, timestamptz, uhugeint, array
        case any, bignum, null
    }

    init(_ handle: duckdb_logical_type?, _ functions: UnsafePointer<duckdb_functions>) {
        self.handle = handle
        self.functions = functions
        id = ID(rawValue: functions.pointee.get_type_id(handle)) ?? .invalid
    }

    deinit {
        var handle = handle
        functions.pointee.destroy_logical_type(&handle)
    }

    /// The type of the language that holds every value of this one.
    func dataType(ofColumn column: String) throws(EngineError) -> DataType {
        switch id {
        case .boolean: .boolean
        case .tinyint, .smallint, .integer, .utinyint, .usmallint: .int
        case .bigint, .uinteger: .bigint
        case .ubigint: .decimal(precision: 20, scale: 0)
        case .hugeint, .uhugeint: .decimal(precision: 38, scale: 0)
        case .float, .double: .double
        case .decimal: .decimal(precision: decimalWidth, scale: decimalScale)
        case .varchar: isJSON ? .json : .string
        case .blob: .binary
        case .date: .date
        case .timestamp, .timestampSeconds, .timestampMilliseconds, .timestampNanoseconds: .timestamp
        case .timestamptz: .timestamptz
        case .uuid: .uuid
        case .list: .list(try elementType().dataType(ofColumn: column))
        case .null: .null
        default: throw .unsupportedType(id, column: column)
        }
    }

    /// How a streamed vector lies in memory.
    func layout(ofColumn column: String) throws(EngineError) -> ColumnVector.Layout {
        switch id {
        case .boolean: .bool8
        case .smallint: .int16
        case .integer: .int32
        case .bigint: .int64
        case .hugeint: .int128
        case .double: .float64
        case .varchar, .blob: .string16
        case .date: .date32
        case .timestamp, .timestamptz: .micros64
        case .uuid: .uuid128
        case .decimal: decimalLayout
        default: throw .unsupportedType(id, column: column)
        }
    }

    /// The recipe for reading single values.
    func valueType(ofColumn column: String) throws(EngineError) -> ValueType {
        switch id {
        case .decimal: return .decimal(decimalLayout)
        case .list: return .list(try elementType().valueType(ofColumn: column))
        default:
            guard let type = ValueType(id) else { throw .unsupportedType(id, column: column) }
            return type
        }
    }

    private func elementType() -> LogicalType {
        LogicalType(functions.pointee.list_type_child_type(handle), functions)
    }

    private var decimalWidth: Int { Int(functions.pointee.decimal_width(handle)) }

    private var decimalScale: Int { Int(functions.pointee.decimal_scale(handle)) }

    private var decimalLayout: ColumnVector.Layout {
        switch decimalWidth {
        case ...4: .decimal16(scale: decimalScale)
        case ...9: .decimal32(scale: decimalScale)
        case ...18: .decimal64(scale: decimalScale)
        default: .decimal128(scale: decimalScale)
        }
    }

    private var isJSON: Bool {
        let alias = functions.pointee.logical_type_get_alias(handle)
        defer { functions.pointee.free(alias) }
        guard let alias else { return false }
        return String(cString: alias) == "JSON"
    }
}

extension EngineError {
    fileprivate static func unsupportedType(_ id: LogicalType.ID, column: String) -> Self {
        Self(
            .bind,
            "column '\(column)' has the DuckDB type '\(id.name)', which cannot be read here",
            hint: "cast it in the query, for example to \(id.castTarget)"
        )
    }
}

extension LogicalType.ID {
    /// As DuckDB spells it.
    fileprivate var name: String {
        switch self {
        case .enumeration: "ENUM"
        case .structure: "STRUCT"
        case .timeWithZone: "TIME WITH TIME ZONE"
        case .timestampSeconds: "TIMESTAMP_S"
        case .timestampMilliseconds: "TIMESTAMP_MS"
        case .timestampNanoseconds: "TIMESTAMP_NS"
        case .null: "\"NULL\""
        default: String(describing: self).uppercased()
        }
    }

    fileprivate var castTarget: String {
        switch self {
        case .tinyint, .utinyint: "SMALLINT"
        case .usmallint: "INTEGER"
        case .uinteger: "BIGINT"
        case .ubigint, .uhugeint: "HUGEINT"
        case .float: "DOUBLE"
        case .timestampSeconds, .timestampMilliseconds, .timestampNanoseconds: "TIMESTAMP"
        case .null: "INTEGER"
        case .structure, .map, .union, .list, .array: "JSON"
        default: "VARCHAR"
        }
    }
}
