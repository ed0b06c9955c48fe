package import Algebra
package import Configuration

/// Keeps one of rows that are the same in all columns.
package struct Distinct: StepKind {
    package static let spec = KindSpec(
        "distinct", summary: "Keep one of rows that are the same in every column.", shorthand: "enabled"
    ) {
        Field("enabled", .boolean, default: "true", doc: "`false` switches the step off, say from a parameter.")
    }

    package let isEnabled: Bool

    package init?(_ record: Record) {
        isEnabled = record.flag("enabled")
    }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        isEnabled ? .distinct(from: input) : input
    }
}
