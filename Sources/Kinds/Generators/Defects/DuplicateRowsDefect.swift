package import Configuration
package import Synthesis

/// `duplicate_rows`.
package enum DuplicateRowsDefect: DefectKind {
    package static let spec = KindSpec(
        "duplicate_rows",
        summary: "A share of the rows is there twice, exactly so many and with the same dirt.",
        shorthand: "rate"
    ) {
        Field("rate", .share, required: true, example: "5%", doc: "Share of the rows.")
    }

    package static func defect(_ record: Record, in context: inout GeneratorContext) -> (any Defect)? {
        record.share("rate").map { RepeatedLines(share: $0.value) }
    }
}
