package import Algebra
package import Configuration
import Expressions
import Reporting

/// Puts columns of another dataset beside those of the input.
package struct JoinStep: StepKind {
    package static let spec = KindSpec(
        "join", summary: "Put columns of another dataset beside those of the input.", exactlyOne: [["on", "condition"]]
    ) {
        Field("with", .string, required: true, example: "products", doc: "The other dataset.")
        Field(
            "kind", .choice(Join.Kind.allCases.map(\.rawValue)), default: "inner",
            doc: "`semi` keeps rows that have a partner, `anti` those that have none.")
        Field("on", .oneOrMany(.column), example: "product_id", doc: "Columns of the same name on both sides.")
        Field(
            "condition", .expression, example: "orders.day = rates.day",
            doc: "A condition, where names alone do not do; columns carry the dataset's name.")
        Field(
            "columns", .oneOrMany(.column), example: "[category]",
            doc: "Columns to take from the other dataset. Left out: all but the `on` columns.")
    }

    package let other: Text
    package let kind: Join.Kind
    package let keys: [Text]
    package let condition: Text?
    package let taking: [Text]?

    package init?(_ record: Record) {
        guard let other = record.text("with") else { return nil }
        self.other = other
        kind = record.text("kind").flatMap { Join.Kind(rawValue: $0.string) } ?? .inner
        keys = record.texts("on")
        condition = record.text("condition")
        taking = record.has("columns") ? record.texts("columns") : nil
        if keys.isEmpty && condition == nil { return nil }
    }

    package var datasets: [Text] { [other] }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        guard let right = context.dataset(other) else { return nil }
        let rightName = other.string.lastPart(after: ".")
        let leftName = context.inputName == rightName ? "left_\(rightName)" : context.inputName
        guard let joint = joinCondition(input, leftName, right, rightName, &context),
            let columns = columnsTaken(from: right.row, beside: input.row, in: &context)
        else { return nil }
        return .join(
            Join(kind, input, named: leftName, with: right, named: rightName, on: joint, taking: columns))
    }

    private func joinCondition(
        _ left: Relation, _ leftName: String, _ right: Relation, _ rightName: String, _ context: inout StepContext
    ) -> Join.Condition? {
        guard let condition else {
            var fits = true
            for key in keys {
                guard let a = context.column(key, of: left.row), let b = context.column(key, of: right.row) else {
                    fits = false
                    continue
                }
                if commonType(a.type, b.type) == nil {
                    context.found.report(.joinType(key, left: a.type, right: b.type))
                    fits = false
                }
            }
            return fits ? .columns(keys.map(\.string)) : nil
        }
        let scope =
            left.row.columns.map { ScopeColumn(qualifier: leftName, column: $0) }
            + right.row.columns.map { ScopeColumn(qualifier: rightName, column: $0) }
        return context.typedCondition(condition, over: scope).map { .expression($0) }
    }

    private func columnsTaken(from right: RowType, beside left: RowType, in context: inout StepContext) -> [String]? {
        guard kind.keepsRightColumns else { return [] }
        let shared = Set(keys.map(\.string))
        guard let taking else {
            let clashing = right.names.filter { !shared.contains($0) && left[$0] != nil }
            guard clashing.isEmpty else {
                context.found.report(.sharedJoinColumns(clashing, at: other))
                return nil
            }
            return right.names.filter { !shared.contains($0) }
        }
        guard let columns = context.columns(taking, of: right) else { return nil }
        for (text, column) in zip(taking, columns) where left[column.name] != nil {
            context.found.report(
                .duplicateColumn(text, note: "the input has a column of that name; rename one of them"))
            return nil
        }
        return columns.map(\.name)
    }
}
