package import Execution
import Foundation
package import Reporting

/// What `runs` prints: one line a run, as ordered by the store.
package func runListing(_ runs: [RunRecord], _ style: TextStyle) -> String {
    guard !runs.isEmpty else { return "no runs yet\n" }
    var table = FittedTable([
        FittedTable.Column(title: "run"), FittedTable.Column(title: "pipeline"),
        FittedTable.Column(title: "target", dispensability: 1), FittedTable.Column(title: "state"),
        FittedTable.Column(title: "started", dispensability: 3), FittedTable.Column(title: "time", isNumber: true),
        FittedTable.Column(title: "done", isNumber: true), FittedTable.Column(title: "failed", isNumber: true),
        FittedTable.Column(title: "starts", isNumber: true, dispensability: 2),
    ])
    for run in runs {
        let state = wording(ofState: run.state)
        table.append([
            FittedTable.Cell(run.id.rawValue), FittedTable.Cell(run.pipeline), FittedTable.Cell(run.target),
            FittedTable.Cell(state.text, state.colour), FittedTable.Cell(run.startedAt.formatted(.iso8601)),
            FittedTable.Cell(run.finishedAt?.elapsed(since: run.startedAt).text ?? Marks(style).none),
            FittedTable.Cell("\(run.done.grouped)/\(run.counts.values.reduce(0, +).grouped)"),
            FittedTable.Cell(run.counts[.failed, default: 0].grouped), FittedTable.Cell("\(run.session)"),
        ])
    }
    return table.lines(style).map { $0 + "\n" }.joined()
}

/// What `runs prune` prints: a line a run, and the count.
package func prunedListing(_ runs: PrunedRuns, isDryRun: Bool) -> String {
    guard !runs.all.isEmpty else { return "nothing is old enough\n" }
    let lines =
        runs.removed.map { "\($0)  removed" } + runs.thinned.map { "\($0)  attempts and logs removed, results kept" }
    let count = runs.all.count == 1 ? "1 run" : "\(runs.all.count.grouped) runs"
    return (lines.sorted() + ["\(count)\(isDryRun ? "; nothing was removed" : "")"]).map { $0 + "\n" }.joined()
}

/// What `runs show` prints: the run, its tasks, and why some of them did not succeed.
package func runDetails(_ run: RunRecord, _ records: [TaskRecord], _ style: TextStyle) -> String {
    var lines = ["run \(run.id) of '\(run.pipeline)' into '\(run.target)': \(wording(ofState: run.state).text)"]
    let starts = run.session > 1 ? ", \(run.session) starts" : ""
    lines.append("started \(run.startedAt.formatted(.iso8601))\(starts)")
    if let usage = run.usage {
        let spilled = usage.spill == 0 ? "nothing spilled" : "\(sizeInWords(usage.spill)) spilled to disk"
        lines.append("at most \(sizeInWords(usage.memory)) of memory, \(spilled)")
    }
    for (name, value) in run.arguments.sorted(by: { $0.key < $1.key }) {
        lines.append("\(name): \(oneLine(value, style))")
    }
    lines.append("")
    var table = FittedTable([
        FittedTable.Column(title: "task"), FittedTable.Column(title: "state"),
        FittedTable.Column(title: "attempts", isNumber: true, dispensability: 2),
        FittedTable.Column(title: "rows in", isNumber: true, dispensability: 1),
        FittedTable.Column(title: "rows out", isNumber: true), FittedTable.Column(title: "rejected", isNumber: true),
        FittedTable.Column(title: "time", isNumber: true),
    ])
    let none = Marks(style).none
    for record in records {
        let state = wording(ofState: record.state)
        table.append([
            FittedTable.Cell(record.task.rawValue), FittedTable.Cell(state.text, state.colour),
            FittedTable.Cell("\(record.attempts)"), FittedTable.Cell(record.report?.rowsIn?.grouped ?? none),
            FittedTable.Cell(record.report?.rowsOut?.grouped ?? none),
            FittedTable.Cell(record.report?.rejected?.grouped ?? none), FittedTable.Cell(record.duration?.text ?? none),
        ])
    }
    lines += table.lines(style)
    let reasons = records.compactMap { reason(of: $0, style) }
    if !reasons.isEmpty { lines += [""] + reasons }
    return lines.map { $0 + "\n" }.joined()
}

private func reason(of record: TaskRecord, _ style: TextStyle) -> String? {
    if let failure = record.failure {
        return "failed \(record.task): \(oneLine(failure.message, style)) (\(failure.code))"
    }
    guard [.skipped, .watching, .retrying].contains(record.state), let reason = record.reason else { return nil }
    return "\(record.state) \(record.task): \(oneLine(reason, style))"
}

extension RunRecord {
    fileprivate var done: Int { counts[.succeeded, default: 0] + counts[.upToDate, default: 0] }
}
