package import Execution
package import Reporting

extension RunOutcome {
    /// The end of a run for a person: every task with its rows and time, then what went wrong and where to look.
    /// `logPath` gives a task's log; `hints` are the caller's last lines.
    package func summary(
        _ style: TextStyle,
        logPath: (TaskID) -> String? = { _ in nil },
        hints: [String] = []
    ) -> String {
        var lines = table(style)
        lines += ["", headline(style)]
        for result in results {
            if case .failed(let failure) = result.state {
                lines += [""] + failureLines(result.task, failure, logPath(result.task), style)
            }
        }
        let skipped = results.compactMap { result -> String? in
            guard case .skipped(let reason) = result.state else { return nil }
            return "\(style.painted("skipped", .yellow)) \(result.task): \(oneLine("\(reason)", style))"
        }
        if !skipped.isEmpty { lines += [""] + skipped }
        if !hints.isEmpty { lines += [""] + hints }
        return lines.map { $0 + "\n" }.joined()
    }

    private func table(_ style: TextStyle) -> [String] {
        let counts = RowColumn.allCases.filter { column in
            column.isAlwaysShown || results.contains { $0.state.report?[keyPath: column.path].map { $0 > 0 } == true }
        }
        var table = FittedTable(
            [FittedTable.Column(title: "task"), FittedTable.Column(title: "state")]
                + counts.map { FittedTable.Column(title: $0.title, isNumber: true, dispensability: $0.dispensability) }
                + [FittedTable.Column(title: "time", isNumber: true)]
        )
        let none = Marks(style).none
        for result in results where isListed(result) {
            let state = wording(ofState: shownState(of: result))
            let report = result.state.report
            table.append(
                [FittedTable.Cell(result.task.rawValue), FittedTable.Cell(state.text, state.colour)]
                    + counts.map { FittedTable.Cell(report?[keyPath: $0.path]?.grouped ?? none) }
                    + [FittedTable.Cell(result.attempts > 0 ? result.duration.text : none)]
            )
        }
        table.append(["total", ""] + counts.map { FittedTable.Cell(lossText($0)) } + [FittedTable.Cell(duration.text)])
        return table.lines(style)
    }

    /// Of a mapped task's members those that need somebody's attention; the task tells of the others.
    private func isListed(_ result: TaskResult) -> Bool {
        result.memberOf == nil || result.state.report == nil
    }

    /// Of rows in and out there is none: one stage's rows out are the next one's rows in.
    private func lossText(_ column: RowColumn) -> String {
        guard column.isLoss else { return "" }
        // A mapped task that is done has counted its members.
        let gathered = Set(results.filter { $0.state.report != nil }.map(\.task))
        return results.filter { result in result.memberOf.map { !gathered.contains($0) } ?? true }
            .compactMap { $0.state.report?[keyPath: column.path] }.reduce(0, +).grouped
    }

    private func headline(_ style: TextStyle) -> String {
        let counts = shownStates.compactMap { name -> String? in
            let count = results.count { shownState(of: $0) == name }
            return count == 0 ? nil : "\(count.grouped) \(wording(ofState: name).text)"
        }
        let (verdict, colour) = wording(ofState: stateName)
        let parts = ["run \(run) \(style.painted(verdict, colour ?? .bold))", tasks(results.count)] + counts
        return "\(parts[0]): \(parts.dropFirst().joined(separator: ", "))"
    }

    private func failureLines(
        _ task: TaskID,
        _ failure: TaskFailure,
        _ log: String?,
        _ style: TextStyle
    ) -> [String] {
        var lines = ["\(style.painted("failed", .red)) \(task): \(oneLine(failure.message, style)) (\(failure.code))"]
        if let hint = failure.hint { lines.append("  help: \(oneLine(hint, style))") }
        if let log { lines.append("  log:  \(log)") }
        return lines
    }
}

/// The columns of counted rows, in the order of the table.
private enum RowColumn: CaseIterable {
    case rowsIn
    case rowsOut
    case rejected
    case filtered
    case deduplicated

    var title: String {
        switch self {
        case .rowsIn: "rows in"
        case .rowsOut: "rows out"
        case .rejected: "rejected"
        case .filtered: "filtered"
        case .deduplicated: "duplicates"
        }
    }

    var isAlwaysShown: Bool {
        switch self {
        case .rowsIn, .rowsOut, .rejected: true
        case .filtered, .deduplicated: false
        }
    }

    /// Counts rows that went in and did not come out.
    var isLoss: Bool {
        switch self {
        case .rowsIn, .rowsOut: false
        case .rejected, .filtered, .deduplicated: true
        }
    }

    var dispensability: Int {
        switch self {
        case .rowsIn: 1
        case .rowsOut, .rejected: 0
        case .filtered: 2
        case .deduplicated: 3
        }
    }

    var path: KeyPath<TaskReport, Int?> {
        switch self {
        case .rowsIn: \.rowsIn
        case .rowsOut: \.rowsOut
        case .rejected: \.rejected
        case .filtered: \.filtered
        case .deduplicated: \.deduplicated
        }
    }
}
