import Configuration
import Expressions

/// A scalar of any type, told apart as YAML does: `1`, `2.50`, `true`, `null`, text.
let valueShape = Shape.either([
    .integer(Int.min...Int.max), .number(-Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude), .boolean,
    .string,
])

extension Item {
    /// What an item of `valueShape` stands for.
    var generatedValue: Value {
        switch self {
        case .integer(let number): .integer(Int64(number.value))
        case .number(let number): number.value.generatedValue
        case .boolean(let value): .boolean(value.value)
        case .text(let text): .string(text.string)
        default: .null
        }
    }
}

extension Double {
    /// A decimal of the shortest digits that mean the number, where it has such.
    fileprivate var generatedValue: Value {
        description.contains("e") ? .double(self) : .decimal(description)
    }
}
