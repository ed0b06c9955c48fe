package import Algebra
package import Configuration
import Expressions

/// Keeps one row of each key.
package struct Dedupe: StepKind {
    package static let spec = KindSpec("dedupe", summary: "Keep one row of each key.", shorthand: "key") {
        Field("key", .oneOrMany(.column), required: true, doc: "Columns that identify a row.")
        Field(
            "order", .oneOrMany(.string), example: "[updated_at]",
            doc: "Columns that say which row is first; `-column` descends.")
        Field("keep", .choice(Kept.allCases.map(\.rawValue)), default: "first", doc: "Which row of the key stays.")
    }

    private enum Kept: String, CaseIterable { case first, last }

    package let key: [Text]
    package let order: [Text]
    package let keepsLast: Bool

    package init?(_ record: Record) {
        key = record.texts("key")
        order = record.texts("order")
        keepsLast = record.choice("keep", of: Kept.self) == .last
        if key.isEmpty { return nil }
    }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        guard context.columns(key, of: input.row) != nil,
            let order = context.sortKeys(order, of: input.row)
        else { return nil }
        // Without an order, all columns decide, so that the same input gives the same rows.
        let complete = order.isEmpty ? input.row.names.map { SortKey($0) } : order
        let directed = complete.map { SortKey($0.column, isDescending: $0.isDescending != keepsLast) }
        return .first(ofEach: key.map(\.string), order: directed, from: input)
    }
}
