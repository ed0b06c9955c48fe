import Configuration
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let idleSinkColumn = Rule(
        "EST6026",
        "idle-sink-column",
        .warning,
        scope: .project,
        since: "0.2.0",
        summary: "A sink names a column where it changes nothing.",
        explanation: """
            A column that is named twice counts once. A column of the key never changes within a key, so that tracking it \
            makes no version; where nothing else is tracked, no row ever gets a second one. An empty `track` tracks every \
            column, as if it were left out.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: raw.orders, table: orders, mode: scd2, key: order_id, track: [status, ⟦order_id⟧]}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: raw.orders, table: orders, mode: scd2, key: order_id, track: [status]}
            """
    )
}

extension Check {
    static let idleSinkColumn = Check(.idleSinkColumn) { project, found in
        guard let declared = project.project else { return }
        for pipeline in project.pipelines {
            let sinks = project.tree(of: pipeline.pipeline)?["sinks"]
            for (sink, dataset) in pipeline.sinks {
                for (name, columns) in [("key", sink.key), ("partition", sink.partition), ("track", sink.track)] {
                    for column in namedTwice(columns) { found.report(.namedTwice(column, in: name)) }
                }
                guard sink.mode == .scd2, let track = sinks?[sink.name.string]?["track"],
                    let row = pipeline.row(of: dataset)
                else { continue }
                let key = loadKey(of: sink, dataset: dataset, row: row, in: declared)
                found.report(contentsOf: idleTracking(sink, key: Set(key), at: track.span))
            }
        }
    }
}

private func idleTracking(_ sink: SinkDeclaration, key: Set<String>, at place: Span) -> Diagnostics {
    var found = Diagnostics()
    let idle = sink.track.filter { key.contains($0.string) }
    if sink.track.isEmpty {
        found.report(
            Diagnostic(
                .idleSinkColumn, "an empty 'track' tracks every column but the key", at: place,
                help: "name the columns whose change makes a version, or leave 'track' out"))
    } else if idle.count == sink.track.count {
        found.report(
            Diagnostic(
                .idleSinkColumn, "'track' names the key alone, so that no row ever gets a second version", at: place,
                help: "name columns that change, or leave 'track' out to track all of them"))
    } else {
        for column in idle {
            found.report(
                Diagnostic(
                    .idleSinkColumn, "'\(column.string)' is in the key and never changes within it", at: column.span,
                    help: "take it out of 'track'"))
        }
    }
    return found
}

/// Those that stand once more behind the first of their name.
private func namedTwice(_ columns: [Text]) -> [Text] {
    var seen: Set<String> = []
    return columns.filter { !seen.insert($0.string).inserted }
}

extension Diagnostic {
    fileprivate static func namedTwice(_ column: Text, in key: String) -> Diagnostic {
        Diagnostic(
            .idleSinkColumn, "'\(key)' names '\(column.string)' twice", at: column.span, help: "remove one of them")
    }
}
