import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let singleWriter = Rule(
        "EST7014",
        "single-writer",
        .warning,
        scope: .project,
        since: "0.2.0",
        summary: "Two pipelines that start at the same moment load one DuckDB file.",
        explanation: """
            One process at a time can write a DuckDB file. The run that comes second finds it locked, and fails unless its \
            retries outlast the other. Start one later, load both from one pipeline, or use PostgreSQL.
            """,
        bad: """
            schedule: {cron: ⟦"0 6 * * *"⟧, timezone: America/Sao_Paulo}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              all_orders: {from: raw.orders, table: dwh.all_orders}
            # file: pipelines/another.yaml
            pipeline: another
            schedule: {cron: "0 6 * * 1", timezone: America/Sao_Paulo}
            sources:
              orders: {csv: include/orders.csv, schema: orders, zone: second}
            sinks:
              other_orders: {from: second.orders, table: dwh.other_orders}
            # file: pipelines/daily.yaml
            pipeline: daily
            """,
        good: """
            schedule: {cron: "30 6 * * *", timezone: America/Sao_Paulo}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              all_orders: {from: raw.orders, table: dwh.all_orders}
            # file: pipelines/another.yaml
            pipeline: another
            schedule: {cron: "0 6 * * 1", timezone: America/Sao_Paulo}
            sources:
              orders: {csv: include/orders.csv, schema: orders, zone: second}
            sinks:
              other_orders: {from: second.orders, table: dwh.other_orders}
            # file: pipelines/daily.yaml
            pipeline: daily
            """
    )
}

extension Check {
    static let singleWriter = Check(.singleWriter) { project, found in
        // Of each file and moment the first pipeline that starts then, by its place among all.
        var earlier: [String: [Int64: Int]] = [:]
        // Many pipelines have one schedule, and its moments are not for nothing.
        var known: [Pipeline.Schedule: [Int64]] = [:]
        let pipelines = project.readPipelines
        for (place, pipeline) in pipelines.enumerated() {
            let files = Set(pipeline.sinks.compactMap { project.duckdbFile(of: $0) })
            guard !files.isEmpty, let written = pipeline.schedule, let schedule = CronSchedule(written) else {
                continue
            }
            let moments = known[written] ?? schedule.next(60, after: project.clock.now / 1_000_000)
            known[written] = moments
            for file in files.sorted() {
                if let first = moments.compactMap({ earlier[file]?[$0] }).min(),
                    let node = project.tree(of: pipeline)?["schedule"]
                {
                    let other = pipelines[first]
                    found.report(
                        Diagnostic(
                            .singleWriter,
                            "pipelines '\(other.name)' and '\(pipeline.name)' start at the same moment and load '\(file)'",
                            at: (node["cron"] ?? node).span,
                            notes: [.init("the other is here", at: other.span)],
                            help: "start one of them later"
                        )
                    )
                }
                for moment in moments where earlier[file]?[moment] == nil {
                    earlier[file, default: [:]][moment] = place
                }
            }
        }
    }
}

extension LintedProject {
    /// The DuckDB file that a sink loads in the profile that was read; nil where it loads something else.
    fileprivate func duckdbFile(of sink: SinkDeclaration) -> String? {
        guard case .duckdb(let path) = project?.profile.connections[sink.connection.string]?.target else { return nil }
        return path.string.withoutDots
    }
}
