package import Configuration
import Reporting
package import Synthesis

/// `reference`: a column of a row of another generated table.
package enum ReferenceKind: ColumnKind {
    private static let uniform = KindSpec("uniform", summary: "Every row is as likely.") {}
    private static let each = KindSpec("each", summary: "Row i refers to row i, from the start again after the last.") {
    }
    private static let zipf = KindSpec(
        "zipf",
        summary: "The n-th row is 1/n^exponent as likely as the first.",
        shorthand: "exponent"
    ) {
        Field("exponent", .number(0...100), default: "1.0", doc: "How strong the skew is.")
    }

    package static let spec = KindSpec(
        "reference",
        summary: "A column of a row of another table, as it is before defects.",
        shorthand: "to"
    ) {
        Field("to", .string, required: true, example: "users.user_id", doc: "Table and column, with a point between.")
        Field(
            "distribution",
            .variant([each, uniform, zipf]),
            default: "uniform",
            example: "{zipf: 1.1}",
            doc: "Which rows are referred to how often."
        )
    }

    package static func generator(_ record: Record, in context: inout GeneratorContext) -> (any ColumnGenerator)? {
        guard let target = record.text("to") else { return nil }
        let parts = target.string.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts.contains("") else {
            context.found.report(
                Diagnostic(
                    .generatorType,
                    "'\(target)' is not a table and a column",
                    at: target.span,
                    help: "write it as table.column, such as users.user_id"
                )
            )
            return nil
        }
        return ReferenceColumn(to: parts[0], parts[1], distribution: distribution(record.record("distribution")))
    }

    private static func distribution(_ record: Record?) -> ReferenceColumn.Distribution {
        switch record?.kind {
        case each.name: .each
        case zipf.name: .zipf(record?.number("exponent")?.value ?? 1)
        default: .uniform
        }
    }
}
