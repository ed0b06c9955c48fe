/// One description of a node of the language. Parsing, unknown-key and wrong-shape findings, JSON Schema,
/// reference pages and completion are views of it.
package struct KindSpec: Sendable {
    /// The word a person writes: `csv`, `filter`, `not_null`.
    package let name: String
    package let summary: String
    package let fields: [Field]
    /// The field that a bare value stands for: `not_null: user_id` means `not_null: {column: user_id}`.
    package let shorthand: String?
    /// Groups of fields of which exactly one must be there.
    package let exactlyOne: [[String]]

    package init(
        _ name: String,
        summary: String,
        shorthand: String? = nil,
        exactlyOne: [[String]] = [],
        @FieldList fields: () -> [Field]
    ) {
        self.name = name
        self.summary = summary
        self.fields = fields()
        self.shorthand = shorthand
        self.exactlyOne = exactlyOne
    }

    package subscript(field name: String) -> Field? { fields.first { $0.name == name } }
}

/// One key of a node.
package struct Field: Sendable {
    package let name: String
    package let shape: Shape
    package let isRequired: Bool
    /// As YAML text, for documentation; read by `Record.flag`, `choice` and `integer(orDefault:)`, or else applied by the
    /// reader of the field.
    package let `default`: String?
    package let doc: String
    package let example: String?

    package init(
        _ name: String,
        _ shape: Shape,
        required: Bool = false,
        default: String? = nil,
        example: String? = nil,
        doc: String
    ) {
        self.name = name
        self.shape = shape
        self.isRequired = required
        self.default = `default`
        self.doc = doc
        self.example = example
    }
}

/// What may stand behind a key.
package indirect enum Shape: Sendable {
    /// Any scalar, taken as text.
    case string
    /// Text in which further names, known only to the node that uses it, may stand: `${table}`.
    case template([String])
    /// Letters, digits and `_`, not starting with a digit, at most 63 bytes.
    case name
    /// The name of a column.
    case column
    /// A SQL expression, kept as text with its place.
    case expression
    case integer(ClosedRange<Int>)
    case number(ClosedRange<Double>)
    case boolean
    /// `10s`, `5m`, `1h`, `2d`, `500ms`.
    case duration
    /// `64KiB`, `512MB`, `2GiB`, or bytes.
    case size
    /// `5%` or `0.05`; 0...1.
    case share
    case choice([String])
    case list(Shape)
    /// A list, or one item that stands for a list of one.
    case oneOrMany(Shape)
    /// Free names, each with a value of the shape; order is kept.
    case map(Shape)
    case record(KindSpec)
    /// Exactly one key names the kind: `csv: {path: …}`; a kind without required fields may stand bare: `uuid`.
    case variant([KindSpec])
    /// The first shape that fits the node's form (scalar, list or mapping) decides.
    case either([Shape])
    /// Anything at all, unread: `meta`.
    case any
}

@resultBuilder
package enum FieldList {
    package static func buildBlock(_ parts: [Field]...) -> [Field] { parts.flatMap(\.self) }
    package static func buildExpression(_ field: Field) -> [Field] { [field] }
    package static func buildExpression(_ fields: [Field]) -> [Field] { fields }
}
