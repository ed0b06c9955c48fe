import Algebra
import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let unusedColumn = Rule(
        "EST4022",
        "unused-cte-or-column",
        .hint,
        scope: .types,
        since: "0.2.0",
        summary: "A step computes what no later step and no output uses.",
        explanation: """
            Work that is thrown away costs time, and its reader looks for a use that is not there. Take the \
            column or the sort out, or keep the column to the end.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {⟦doubled⟧: quantity * 2}
                  - select: [order_id, quantity]
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {doubled: quantity * 2}
                  - select: [order_id, doubled]
            """
    )
}

extension Check {
    static let unusedColumn = Check(.unusedColumn) { project, found in
        for pipeline in project.pipelines {
            for transform in pipeline.transforms {
                var needed = Set(transform.relation.row.names)
                for step in transform.steps.reversed() {
                    for name in step.computed where !needed.contains(name.string) {
                        found.report(
                            Diagnostic(
                                .unusedColumn,
                                "column '\(name.string)' is computed and never used",
                                at: name.span,
                                help: "take it out, or keep it to the end"
                            )
                        )
                    }
                    needed = step.neededColumns(for: needed)
                }
                for (sort, spoiler) in lostSorts(of: transform.steps) {
                    found.report(
                        Diagnostic(
                            .unusedColumn,
                            "the order is lost in the step '\(spoiler)' after it",
                            at: sort.span,
                            help: "take the sort out, or move it behind"
                        )
                    )
                }
            }
        }
    }
}

extension CompiledStep {
    /// Names of the columns it computes.
    fileprivate var computed: [Text] {
        switch step {
        case let step as SetColumns: step.columns.map(\.name)
        case let step as Window: step.set.map(\.name)
        default: []
        }
    }

    /// Columns of the input that the needed ones of the output depend on.
    fileprivate func neededColumns(for needed: Set<String>) -> Set<String> {
        if output == input { return needed }
        let all = Set(input.row.names)
        switch output {
        case .project(let columns, _):
            return Set(columns.filter { needed.contains($0.name) }.flatMap { $0.expression.columns.map(\.name) })
        case .filter(let condition, _): return needed.union(condition.columns.map(\.name))
        case .first(let keys, let order, _): return needed.union(keys).union(order.map(\.column))
        case .sort(let keys, _): return needed.union(keys.map(\.column))
        case .aggregate(let keys, let set, _):
            return Set((keys + set.filter { needed.contains($0.name) }).flatMap { $0.expression.columns.map(\.name) })
        case .window(let added, let partition, let order, _):
            let read = added.flatMap(\.columnsRead) + partition + order.map(\.column)
            return needed.subtracting(added.map(\.name)).union(read)
        case .join(let join):
            guard case .expression(let condition) = join.condition else { return all }
            let read = condition.columns.filter { $0.qualifier != join.rightName }.map(\.name)
            return needed.union(read).intersection(all)
        case .limit, .union: return needed
        case .dataset, .distinct, .query: return all
        }
    }
}

extension WindowColumn {
    fileprivate var columnsRead: [String] {
        switch function {
        case .rowNumber, .rank, .denseRank: []
        case .lag(let column, _), .lead(let column, _): [column]
        case .aggregate(let expression): expression.columns.map(\.name)
        }
    }
}

/// Sorts whose order a later step does away with before anything reads it.
private func lostSorts(of steps: [CompiledStep]) -> [(sort: CompiledStep, spoiler: String)] {
    steps.indices.compactMap { index in
        guard steps[index].step is Sort else { return nil }
        for later in steps[(index + 1)...] {
            switch later.step {
            case is Aggregate, is Sort, is Dedupe: return (steps[index], type(of: later.step).spec.name)
            case is Filter, is SetColumns, is Select, is Drop, is Rename, is Cast: continue
            default: return nil
            }
        }
        return nil
    }
}
