package import Algebra
package import Configuration
import Expressions

/// Removes columns.
package struct Drop: StepKind {
    package static let spec = KindSpec("drop", summary: "Remove columns.", shorthand: "columns") {
        Field("columns", .oneOrMany(.column), required: true, doc: "Columns to remove.")
    }

    private let columns: [Text]

    package init?(_ record: Record) {
        columns = record.texts("columns")
        if columns.isEmpty { return nil }
    }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        guard let dropped = context.columns(columns, of: input.row) else { return nil }
        let kept = input.row.columns.filter { !dropped.contains($0) }
        return .project(kept.map { Projection($0) }, from: input)
    }
}
