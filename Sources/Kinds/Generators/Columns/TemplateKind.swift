package import Configuration
package import Synthesis

/// `template`.
package enum TemplateKind: ColumnKind {
    package static let spec = KindSpec(
        "template",
        summary: "Text with holes for digits, letters, numbers and columns.",
        shorthand: "text"
    ) {
        Field(
            "text",
            .string,
            required: true,
            example: "\"{item->name} {100..999}\"",
            doc: """
                `#` is a digit, `?` a small letter, `{column}` and `{column->field}` a value of the row, `{100..999}` a \
                number; a backslash takes the next character as it is.
                """
        )
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        record.text("text").map { TemplateColumn($0.string) }
    }
}
