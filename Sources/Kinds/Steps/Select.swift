package import Algebra
package import Configuration
import Expressions
import Reporting

/// Keeps these columns, in this order.
package struct Select: StepKind {
    package static let spec = KindSpec(
        "select", summary: "Keep only these columns, in this order.", shorthand: "columns"
    ) {
        Field("columns", .oneOrMany(.column), required: true, doc: "Columns to keep.")
    }

    package let columns: [Text]

    package init?(_ record: Record) {
        columns = record.texts("columns")
        if columns.isEmpty { return nil }
    }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        guard let kept = context.columns(columns, of: input.row) else { return nil }
        var selected: Set<String> = []
        for column in columns where !selected.insert(column.string).inserted {
            context.found.report(.duplicateColumn(column, note: "it is selected already; remove it here"))
            return nil
        }
        return .project(kept.map { Projection($0) }, from: input)
    }
}

extension Projection {
    /// A column as it is, perhaps under another name.
    init(_ column: Column, as name: String? = nil) {
        self.init(name ?? column.name, TypedExpression(column))
    }
}
