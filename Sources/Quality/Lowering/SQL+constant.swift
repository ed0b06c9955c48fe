import Engines
import Expressions

extension SQL {
    /// What a suite wrote, as a constant that compares as values of the type do; nil where it cannot: a word beside a
    /// number column. A number stays as written, so that `0.5` is not rounded to fit an integer column.
    init?(_ written: String, comparedWith type: DataType) {
        switch type {
        case .int, .bigint, .double, .decimal:
            guard let number = Double(written), number.isFinite, written.utf8.allSatisfy(isInNumbers) else {
                return nil
            }
            self.init(trusted: written)
        case .boolean:
            guard case .boolean(let flag) = Value(parsing: written, as: .boolean) else { return nil }
            self = flag ? "true" : "false"
        case .string: self = "\(literal: written)"
        case .date:
            if let day = Value(parsing: written, as: .date) {
                self = "DATE \(literal: day.text)"
            } else {
                self.init(written, comparedWith: .timestamp)
            }
        case .timestamp, .timestamptz:
            guard let moment = Value(parsing: written, as: type) else { return nil }
            self = type == .timestamp ? "TIMESTAMP \(literal: moment.text)" : "TIMESTAMPTZ \(literal: moment.text)"
        case .uuid:
            guard let id = Value(parsing: written, as: .uuid) else { return nil }
            self = "UUID \(literal: id.text)"
        case .binary, .json, .list, .null: return nil
        }
    }
}

private func isInNumbers(_ byte: UInt8) -> Bool { "+-.0123456789eE".utf8.contains(byte) }
