package import Algebra
package import Configuration
import Expressions
import Reporting

/// Appends the rows of other datasets, matched by column name.
package struct Union: StepKind {
    package static let spec = KindSpec(
        "union", summary: "Append the rows of other datasets, matched by column name; repeated rows stay.",
        shorthand: "with"
    ) {
        Field("with", .oneOrMany(.string), required: true, doc: "The other datasets; they have the same columns.")
    }

    package let others: [Text]

    package init?(_ record: Record) {
        others = record.texts("with")
        if others.isEmpty { return nil }
    }

    package var datasets: [Text] { others }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        var inputs = [input]
        for other in others {
            guard let relation = context.dataset(other) else { return nil }
            guard let aligned = aligned(relation, with: input.row, named: other, in: &context) else { return nil }
            inputs.append(aligned)
        }
        return .union(inputs)
    }

    /// The other side's columns in the input's order and types.
    private func aligned(
        _ relation: Relation, with row: RowType, named name: Text, in context: inout StepContext
    ) -> Relation? {
        let other = relation.row
        let missing = row.names.filter { other[$0] == nil }
        let extra = other.names.filter { row[$0] == nil }
        guard missing.isEmpty, extra.isEmpty else {
            context.found.report(.unionMismatch(name, missing: missing, extra: extra))
            return nil
        }
        var columns: [Projection] = []
        for column in row.columns {
            guard let theirs = other[column.name] else { continue }
            guard commonType(column.type, theirs.type) == column.type else {
                context.found.report(.unionType(name, column: column.name, ours: column.type, theirs: theirs.type))
                return nil
            }
            let value = TypedExpression(theirs)
            columns.append(Projection(column.name, theirs.type == column.type ? value : value.cast(to: column.type)))
        }
        return .project(columns, from: relation)
    }
}
