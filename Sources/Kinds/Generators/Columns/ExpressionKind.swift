package import Configuration
package import Synthesis

/// `expression`.
package enum ExpressionKind: ColumnKind {
    package static let spec = KindSpec(
        "expression",
        summary: "Computed from the row and from the rows its references point to.",
        shorthand: "expression"
    ) {
        Field(
            "expression",
            .expression,
            required: true,
            example: "\"round(product_id->price * quantity, 2)\"",
            doc: "`column->field` is a column of the row a reference points to, as it is before defects."
        )
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        record.text("expression").flatMap { context.expression($0) }.map { ExpressionColumn($0) }
    }
}
