import Algebra
import Configuration
import Expressions
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let noIntervalFilter = Rule(
        "EST4015",
        "no-interval-filter",
        .warning,
        scope: .types,
        since: "0.2.0",
        summary: "A table is appended to each time, and nothing restricts the rows to the day of the run.",
        explanation: """
            The pipeline is due again and again, and neither the path of a source nor a step names its date parameter, so \
            every run appends all rows there are. Put the day into the path, as in `include/${params.date}/orders.csv`, or \
            filter by it.
            """,
        bad: """
            schedule: {cron: "0 6 * * *", timezone: UTC}
            params: {date: {type: date, default: today}}
            sources:
              orders: {csv: include/all_orders.csv, schema: orders}
            sinks:
              raw_orders: {from: raw.orders, table: raw_orders, mode: ⟦append⟧}
            """,
        good: """
            schedule: {cron: "0 6 * * *", timezone: UTC}
            params: {date: {type: date, default: today}}
            sources:
              orders: {csv: "include/${params.date}/orders.csv", schema: orders}
            sinks:
              raw_orders: {from: raw.orders, table: raw_orders, mode: append}
            """
    )
}

extension Check {
    static let noIntervalFilter = Check(.noIntervalFilter) { project, found in
        for pipeline in project.pipelines where pipeline.pipeline.schedule != nil {
            let days = Set(pipeline.pipeline.params.filter { $0.type == .date }.map(\.name))
            guard let tree = project.tree(of: pipeline.pipeline), !days.isEmpty else { continue }
            for (sink, dataset) in pipeline.sinks where sink.mode == .append {
                let upstream = pipeline.upstream(of: dataset)
                let nodes =
                    pipeline.sources.filter { upstream.contains($0.dataset) }
                    .map { tree["sources"]?[$0.declaration.name.string] }
                    + pipeline.transforms.filter { upstream.contains($0.dataset) }
                    .map { tree["transforms"]?[$0.declaration.name.string] }
                // What stands for several declarations has another name in the file.
                let read = nodes.compactMap(\.self)
                guard read.count == nodes.count,
                    read.allSatisfy({ $0.parametersRead.isDisjoint(with: days) && !$0.readsRunStart })
                else { continue }
                let mode = tree["sinks"]?[sink.name.string]?["mode"]
                found.report(
                    Diagnostic(
                        .noIntervalFilter,
                        "every run appends all rows of '\(dataset)' again: nothing in it depends on the day",
                        at: mode.map(\.span) ?? sink.span,
                        help:
                            "write '${params.\(days.min() ?? Parameter.dayName)}' in the source's path, or filter by it"
                    )
                )
            }
        }
    }
}

extension Node {
    /// Whether it knows when the run began.
    fileprivate var readsRunStart: Bool {
        var reads = false
        forEachScalar { if $0.text.contains("run.started_at") { reads = true } }
        return reads
    }
}
