import Configuration
import Kinds
package import Reporting
import Synthesis

extension Rule {
    package static let smallFiles = Rule(
        "EST3017",
        "small-files",
        .hint,
        scope: .project,
        since: "0.2.0",
        summary: "A day of a dataset is so small that reading many days spends its time on opening files.",
        explanation: """
            The generator says how many rows a day has, and they come to little Parquet. Every file costs the same to open \
            and to keep a footer in memory, however little is in it. A folder for each month in the lake's `layout:` holds \
            more; where the data is only invented for a test, nothing needs to be done.
            """,
        options: [.leastSize],
        bad: """
            params: {date: {type: date, default: 2026-01-31}}
            generators:
              store:
                seed: store
                output: {csv: "include/${params.date}/${table}.csv"}
                tables:
                  visits: {rows: ⟦5000⟧, columns: {visit_id: uuid, page: word}}
            sources:
              visits: {csv: "include/${params.date}/visits.csv", schema: visits}
            # file: schemas/visits.yaml
            schema: visits
            columns: {visit_id: uuid, page: string}
            """,
        good: """
            params: {date: {type: date, default: 2026-01-31}}
            generators:
              store:
                seed: store
                output: {csv: "include/${params.date}/${table}.csv"}
                tables:
                  visits: {rows: 5000000, columns: {visit_id: uuid, page: word}}
            sources:
              visits: {csv: "include/${params.date}/visits.csv", schema: visits}
            # file: schemas/visits.yaml
            schema: visits
            columns: {visit_id: uuid, page: string}
            """
    )
}

extension RuleOption {
    fileprivate static let leastSize = RuleOption(
        "min_mib", .number(8), "MiB of Parquet below which a day's file is small")
}

extension Check {
    static let smallFiles = Check(.smallFiles) { project, found in
        let least = project.number(.leastSize, of: .smallFiles)
        let days = project.pipelinesByDay
        guard !days.isEmpty else { return }
        project.forEachGeneratedSource { table, _, source in
            guard days.contains(source.span.file) else { return }
            let cells = Double(table.table.rows) * Double(table.table.columns.count { !$0.isHidden })
            let size = cells * bytesOfValue / 1_048_576
            guard table.hasFixedRows, table.table.rows > 0, size < least else { return }
            found.report(
                Diagnostic(
                    .smallFiles,
                    "a day of '\(table.table.name)' comes to less than \(max(1, Int(size.rounded(.up)))) MiB of Parquet",
                    at: table.rowsSpan,
                    help: "keep a month in a file: 'layout:' with '${params.date:%Y-%m}'"
                )
            )
        }
    }
}

/// Of a column in Parquet, compressed.
private let bytesOfValue = 6.0

extension LintedProject {
    /// Files of pipelines whose datasets have a path for each day.
    fileprivate var pipelinesByDay: Set<String> {
        let layout = writtenLayout?.scalar?.text
        return Set(
            readPipelines.filter { pipeline in
                pipeline.params.contains { parameter in
                    guard parameter.type == .date else { return false }
                    guard let layout else { return parameter.isDay }
                    return layout.contains("${params.\(parameter.name)}")
                        || layout.contains("${params.\(parameter.name):%d")
                        || layout.contains("%d}")
                }
            }.map(\.file)
        )
    }
}
