import Expressions
import Reporting

extension JSONText {
    /// A measured value: numbers as numbers, everything else as its text.
    init(_ value: Value) {
        self =
            switch value {
            case .null: .null
            case .boolean(let flag): .bool(flag)
            case .integer(let number): .integer(number)
            case .double(let number): .double(number)
            case .decimal(let digits): JSONText(number: digits)
            default: .string(value.text)
            }
    }

    /// A sample, which the engine gave as text, as its column's type would be written.
    init(_ sample: Value, of type: DataType) {
        guard case .string(let text) = sample else {
            self.init(sample)
            return
        }
        self =
            switch type {
            case .int, .bigint: Int64(text).map { .integer($0) } ?? .string(text)
            case .double: Double(text).map { .double($0) } ?? .string(text)
            case .decimal: JSONText(number: text)
            case .boolean: .bool(text == "true")
            default: .string(text)
            }
    }

    /// A number where a double keeps all its digits, else text: readers of JSON round.
    private init(number digits: String) {
        if let integer = Int64(digits) {
            self = .integer(integer)
        } else if let number = Double(digits), digits.utf8.count <= 17 {
            self = .double(number)
        } else {
            self = .string(digits)
        }
    }
}
