package import Algebra
package import Configuration
import Expressions
import Reporting

/// Adds columns computed over a partition of the rows.
package struct Window: StepKind {
    package static let spec = KindSpec("window", summary: "Add columns computed over a partition of the rows.") {
        Field("partition", .oneOrMany(.column), doc: "Columns whose equal values make a partition. Left out: all rows.")
        Field("order", .oneOrMany(.string), doc: "Columns to order by; `-column` descends.")
        Field(
            "set", .map(.string), required: true, example: "{position: row_number(), running: sum(total_price)}",
            doc: """
                For each new column `row_number()`, `rank()`, `dense_rank()`, `lag(column[, n])`, `lead(column[, n])` or an \
                aggregate; with an order an aggregate runs from the first row of the partition to this one.
                """)
    }

    /// Window functions of SQL that engines have and the language has not.
    private static let otherFunctions: Set<String> = [
        "ntile", "first_value", "last_value", "nth_value", "percent_rank", "cume_dist",
    ]

    package let partition: [Text]
    package let order: [Text]
    package let set: [(name: Text, function: Text)]

    package init?(_ record: Record) {
        partition = record.texts("partition")
        order = record.texts("order")
        set = record.map("set").compactMap { entry in entry.value.asText.map { (entry.name, $0) } }
        if set.isEmpty { return nil }
    }

    package func relation(over input: Relation, in context: inout StepContext) -> Relation? {
        let row = input.row
        guard context.columns(partition, of: row) != nil, let order = context.sortKeys(order, of: row) else {
            return nil
        }
        var columns: [WindowColumn] = []
        for (name, function) in set {
            if row[name.string] != nil || columns.contains(where: { $0.name == name.string }) {
                context.found.report(.duplicateColumn(name, note: "the input has a column of that name"))
                return nil
            }
            guard let column = windowColumn(name.string, function, over: row, in: &context) else { return nil }
            columns.append(column)
        }
        return .window(columns, partition: partition.map(\.string), order: order, from: input)
    }

    private func windowColumn(
        _ name: String, _ text: Text, over row: RowType, in context: inout StepContext
    ) -> WindowColumn? {
        switch text.string.filter({ $0 != " " }) {
        case "row_number()": return WindowColumn(name, .rowNumber, type: .bigint)
        case "rank()": return WindowColumn(name, .rank, type: .bigint)
        case "dense_rank()": return WindowColumn(name, .denseRank, type: .bigint)
        default: break
        }
        if let shift = text.string.wholeMatch(of: /\s*(lag|lead)\s*\(\s*(\w+)\s*(?:,\s*(\d+)\s*)?\)\s*/) {
            guard let column = row[String(shift.2)] else {
                context.found.report(
                    .unknownColumn(String(shift.2), in: text, range(of: shift.2, in: text), among: row))
                return nil
            }
            let distance = shift.3.flatMap { Int($0) } ?? 1
            return WindowColumn(
                name, shift.1 == "lag" ? .lag(column.name, by: distance) : .lead(column.name, by: distance),
                type: column.type)
        }
        if let call = text.string.prefixMatch(of: /\s*(\w+)\s*\(/), Self.otherFunctions.contains(call.1.lowercased()) {
            let place = text.span(of: range(of: call.1, in: text))
            context.found.report(
                Diagnostic(
                    .unknownFunction, "no window function '\(call.1)'", at: place,
                    help:
                        "there are row_number, rank, dense_rank, lag, lead and the aggregates; others go in a 'sql' step"
                ))
            return nil
        }
        guard let typed = context.typedAggregate(text, over: row, isGrouped: true) else { return nil }
        guard typed.aggregates else {
            context.found.report(.notAnAggregate(text, elsewhere: "compute it in a 'set' step"))
            return nil
        }
        return WindowColumn(name, .aggregate(typed), type: typed.type)
    }

    /// UTF-8 offsets of a part of the text.
    private func range(of part: Substring, in text: Text) -> Range<Int> {
        let start = text.string.utf8.distance(from: text.string.startIndex, to: part.startIndex)
        return start..<start + part.utf8.count
    }
}
