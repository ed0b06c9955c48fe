package import Algebra
package import Configuration

/// Keeps the rows for which a condition is true.
package struct Filter: StepKind {
    package static let spec = KindSpec(
        "filter", summary: "Keep the rows for which the condition is true; false and null drop them.",
        shorthand: "condition"
    ) {
        Field(
            "condition", .expression, required: true, example: "quantity > 0 and user_id is not null",
            doc: "A boolean expression.")
    }

    private let condition: Text

    package init?(_ record: Record) {
        guard let condition = record.text("condition") else { return nil }
        self.condition = condition
    }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        context.typedCondition(condition, over: input.row.scopeColumns).map { .filter($0, from: input) }
    }
}
