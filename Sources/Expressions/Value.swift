/// One value of the language: a literal, a parameter, a cell of a small result.
package enum Value: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int64)
    case double(Double)
    /// Digits as written, so that no precision is lost: `-12.50`.
    case decimal(String)
    case string(String)
    /// Days since 1970-01-01.
    case date(Int32)
    /// Microseconds since 1970-01-01 00:00, no zone.
    case timestamp(Int64)
    /// Microseconds since 1970-01-01 00:00 UTC.
    case timestamptz(Int64)
    /// 16 bytes, most significant first, as two halves.
    case uuid(UInt64, UInt64)
    case binary([UInt8])
    case list([Value])
}
