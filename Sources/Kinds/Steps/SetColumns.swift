package import Algebra
package import Configuration
import Expressions

/// Adds columns, or replaces those of the same name. Every expression sees the step's input.
package struct SetColumns: StepKind {
    package static let spec = KindSpec(
        "set", summary: "Add columns, or replace those of the same name; every expression sees the step's input.",
        shorthand: "columns"
    ) {
        Field(
            "columns", .map(.expression), required: true, example: "{order_year: year(order_date)}",
            doc: "Expression for each column.")
    }

    package let columns: [(name: Text, expression: Text)]

    package init?(_ record: Record) {
        columns = record.map("columns").compactMap { entry in entry.value.asText.map { (entry.name, $0) } }
        if columns.isEmpty { return nil }
    }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        let row = input.row
        let computed = columns.map { column in
            context.typed(column.expression, over: row).map { Projection(column.name.string, $0) }
        }
        guard !computed.contains(nil) else { return nil }
        var result = row.columns.map { Projection($0) }
        for projection in computed.compactMap(\.self) {
            if let index = result.firstIndex(where: { $0.name == projection.name }) {
                result[index] = projection
            } else {
                result.append(projection)
            }
        }
        return .project(result, from: input)
    }
}
