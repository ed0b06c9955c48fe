/// One way to call a function.
package struct Signature: Sendable {
    package let parameters: [Parameter]
    /// How many of the last parameters may be left out.
    package let optional: Int
    /// The last parameter may be repeated.
    package let isVariadic: Bool
    package let result: Result
    /// Where this signature is written differently from the function's others.
    package let spelling: Function.Spelling?

    package enum Parameter: Hashable, Sendable {
        case exactly(DataType)
        /// Any decimal, as it is.
        case decimal
        /// Any type, for itself.
        case anything
        /// Any type, the same for all parameters of this kind after widening.
        case same
        /// A list of the type that `same` stands for.
        case listOfSame
        /// A quoted literal out of these.
        case choice([String])

        package static let boolean = exactly(.boolean), int = exactly(.int), bigint = exactly(.bigint)
        package static let double = exactly(.double), string = exactly(.string), date = exactly(.date)
        package static let timestamp = exactly(.timestamp), timestamptz = exactly(.timestamptz)
        package static let uuid = exactly(.uuid), binary = exactly(.binary), json = exactly(.json)
    }

    package enum Result: Sendable {
        case type(DataType)
        case same
        case listOfSame
        /// From the arguments' types, after widening; nil where the types do not work out.
        case computed(String, @Sendable ([TypedExpression]) -> DataType?)
    }

    package init(
        _ parameters: Parameter...,
        optional: Int = 0,
        isVariadic: Bool = false,
        gives result: Result,
        spelling: Function.Spelling? = nil
    ) {
        self.parameters = parameters
        self.optional = optional
        self.isVariadic = isVariadic
        self.result = result
        self.spelling = spelling
    }

    package var arity: ClosedRange<Int> {
        let minimum = parameters.count - optional
        return minimum...(isVariadic ? max(minimum, 255) : parameters.count)
    }

    /// The parameter at a place of the call.
    func parameter(_ index: Int) -> Parameter { parameters[min(index, parameters.count - 1)] }
}

extension Signature.Result {
    package static let boolean = type(.boolean), int = type(.int), bigint = type(.bigint), double = type(.double)
    package static let string = type(.string), date = type(.date), timestamp = type(.timestamp)
    package static let timestamptz = type(.timestamptz), json = type(.json), uuid = type(.uuid), binary = type(.binary)
    /// The decimal type of the first argument.
    package static let firstArgument = computed("decimal(p,s)") { $0.first?.type }
}

extension Signature: CustomStringConvertible {
    /// `(string, bigint, [bigint]) -> string`, as reference pages and messages show it.
    package var description: String { "\(parametersText) -> \(result)" }

    var parametersText: String {
        let required = parameters.count - optional
        let written = parameters.enumerated().map { $0.offset < required ? "\($0.element)" : "[\($0.element)]" }
        return "(" + (written + (isVariadic ? ["…"] : [])).joined(separator: ", ") + ")"
    }
}

extension Signature.Parameter: CustomStringConvertible {
    package var description: String {
        switch self {
        case .exactly(let type): "\(type)"
        case .decimal: "decimal"
        case .anything: "any"
        case .same: "T"
        case .listOfSame: "list<T>"
        case .choice(let words): words.map { "'\($0)'" }.joined(separator: " | ")
        }
    }
}

extension Signature.Result: CustomStringConvertible {
    package var description: String {
        switch self {
        case .type(let type): "\(type)"
        case .same: "T"
        case .listOfSame: "list<T>"
        case .computed(let text, _): text
        }
    }
}
