package import Algebra
package import Configuration
import Expressions
import Reporting

/// Makes one row of each group.
package struct Aggregate: StepKind {
    package static let spec = KindSpec("aggregate", summary: "Make one row of each group.") {
        Field(
            "by", .either([.map(.expression), .oneOrMany(.column)]),
            example: "{day: cast(order_date as date), state: state}",
            doc: "What makes a group: a list of columns, or names with expressions. Left out: one row of all.")
        Field(
            "set", .map(.expression), required: true, example: "{revenue: sum(total_price), orders: count()}",
            doc: "Aggregate for each new column.")
    }

    private let keys: [(name: Text, expression: Text)]
    private let set: [(name: Text, expression: Text)]

    package init?(_ record: Record) {
        let named = record.map("by").compactMap { entry in entry.value.asText.map { (entry.name, $0) } }
        keys = named.isEmpty ? record.texts("by").map { ($0, $0) } : named
        set = record.map("set").compactMap { entry in entry.value.asText.map { (entry.name, $0) } }
        if set.isEmpty { return nil }
    }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        let by = keys.map { key in
            context.typed(key.expression, over: input.row).map { Projection(key.name.string, $0) }
        }
        let values = set.map { column in
            context.typedAggregate(column.expression, over: input.row, isGrouped: !keys.isEmpty)
                .map { Projection(column.name.string, $0) }
        }
        for (text, value) in zip(set, values) where value?.expression.aggregates == false {
            context.found.report(.notAnAggregate(text.expression, elsewhere: "move it to 'by'"))
            return nil
        }
        guard !by.contains(nil), !values.contains(nil) else { return nil }
        let names = (keys + set).map(\.name)
        for (index, name) in names.enumerated() where names[..<index].contains(where: { $0.string == name.string }) {
            context.found.report(.duplicateColumn(name, note: "each column of the result needs a name of its own"))
            return nil
        }
        return .aggregate(by: by.compactMap(\.self), set: values.compactMap(\.self), from: input)
    }
}
