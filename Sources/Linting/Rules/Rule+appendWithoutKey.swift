import Algebra
import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let appendWithoutKey = Rule(
        "EST6006",
        "append-without-key",
        .warning,
        scope: .types,
        since: "0.2.0",
        summary: "A sink appends rows that nothing tells apart from those of another run.",
        explanation: """
            The same load is not done twice, but a run of the same day over other data appends once more, and without a key \
            or a column that names the run the old rows can be neither refused nor found. Write `key:`, set a column such as \
            `day: params.date`, or use `mode: partition` or `mode: merge`.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold:
                from: raw.orders
                steps:
                  - select: [product_id, quantity]
            sinks:
              sold: {from: sold, table: sold, mode: ⟦append⟧}
            """,
        good: """
            params:
              day: {type: date, default: today}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold:
                from: raw.orders
                steps:
                  - select: [product_id, quantity]
                  - set: {day: params.day}
            sinks:
              sold: {from: sold, table: sold, mode: append}
            """
    )
}

extension Check {
    static let appendWithoutKey = Check(.appendWithoutKey) { project, found in
        guard let declared = project.project else { return }
        for pipeline in project.pipelines {
            guard let sinks = project.tree(of: pipeline.pipeline)?["sinks"] else { continue }
            for (sink, dataset) in pipeline.sinks where sink.mode == .append {
                let relation = pipeline.transforms.first { $0.dataset == dataset }?.relation
                guard let row = pipeline.row(of: dataset), relation?.namesRun != true,
                    loadKey(of: sink, dataset: dataset, row: row, in: declared).isEmpty,
                    let mode = sinks[sink.name.string]?["mode"]
                else { continue }
                found.report(
                    Diagnostic(
                        .appendWithoutKey,
                        "'\(sink.table)' gets the rows again when a run is repeated over other data",
                        at: mode.span,
                        help: "write 'key:', or set a column of the day or the run"
                    )
                )
            }
        }
    }
}

extension Relation {
    /// Whether a column is computed from a parameter or from the run.
    fileprivate var namesRun: Bool {
        var isNamed = false
        visit { relation in
            if case .project = relation, relation.expressions.contains(where: { !$0.constants.isEmpty }) {
                isNamed = true
            }
        }
        return isNamed
    }
}
