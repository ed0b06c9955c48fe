import Expressions
import Reporting

/// A scalar after interpolation, before its shape is looked at.
struct ReadScalar {
    let text: Text
    /// As written.
    let scalar: Scalar
    /// The value of a scalar that is one `${…}` and nothing else: it keeps its type.
    var whole: Whole?
    /// A variable of the environment is not there and need not be: nothing can be said of the value.
    var isUnresolved = false

    struct Whole {
        let name: String
        let value: Value
    }

    /// What the scalar means when no shape is asked for.
    var core: CoreValue {
        guard scalar.text.contains("$") else { return scalar.core }
        guard let whole else { return CoreValue(text.string) }
        return switch whole.value {
        case .null: .null
        case .boolean(let value): .boolean(value)
        case .integer(let value): .integer(Int(value))
        case .double(let value): .number(value)
        case .decimal, .string: CoreValue(text.string)
        default: .text
        }
    }

    /// Whether the value stands in the file as it is.
    var isLiteral: Bool { whole == nil && text.string == scalar.text }
}
