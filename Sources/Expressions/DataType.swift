/// The types of the language. Every engine, file format and warehouse maps to and from these.
package indirect enum DataType: Hashable, Sendable {
    case boolean
    case int
    case bigint
    case double
    /// `precision` digits in all (1...38), `scale` of them after the point.
    case decimal(precision: Int, scale: Int)
    case string
    case date
    /// Without zone: what a wall clock shows. Microseconds.
    case timestamp
    /// An instant. Microseconds.
    case timestamptz
    case uuid
    case binary
    case json
    case list(DataType)
    /// The type of a bare `null`: fits every type.
    case null
}

extension DataType: CustomStringConvertible {
    /// As a person writes it: `decimal(12,2)`, `list<string>`.
    package var description: String {
        switch self {
        case .boolean: "boolean"
        case .int: "int"
        case .bigint: "bigint"
        case .double: "double"
        case .decimal(let precision, let scale): "decimal(\(precision),\(scale))"
        case .string: "string"
        case .date: "date"
        case .timestamp: "timestamp"
        case .timestamptz: "timestamptz"
        case .uuid: "uuid"
        case .binary: "binary"
        case .json: "json"
        case .list(let element): "list<\(element)>"
        case .null: "null"
        }
    }
}
