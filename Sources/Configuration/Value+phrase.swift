import Expressions
import Reporting

extension Value {
    /// What kind of value it is, for messages; never the value itself, which may be secret.
    var phrase: Message {
        switch self {
        case .null: "null"
        case .boolean: "a boolean"
        case .integer: "a whole number"
        case .double, .decimal: "a number"
        case .string: "text"
        case .date: "a date"
        case .timestamp, .timestamptz: "a timestamp"
        case .uuid: "a uuid"
        case .binary: "binary"
        case .list: "a list"
        }
    }
}
