import Reporting

extension PlanText {
    /// What the tasks did to generated rows; nothing where none were drawn.
    var simulationLines: [String] {
        guard let simulation = document.simulation else { return [] }
        var table = FittedColumns([.left, .right, .right, .left], steps: [.shorten(3)])
        for task in simulation.tasks {
            table.add(
                ["  \(task.symbol) \(task.id)", task.rowsIn.shown, task.rowsOut.shown, task.remarks].map(view.marked)
            )
            let details = task.details
            let most = view.isVerbose || view.showsAll ? details.count : 3
            for line in details.prefix(most) { table.add(line: view.marked("        \(line)")) }
            if details.count > most { table.add(line: view.marked("        … \(details.count - most) more, --all")) }
        }
        let heading = bold("Simulated on \(simulation.rows.grouped) generated rows")
        return ["\(heading)   of each source at most: rows in, rows out"] + table.lines(width: width)
    }
}

extension Simulation.Task {
    fileprivate var symbol: String {
        switch outcome {
        case .done: unmet.isEmpty ? ">" : "~"
        case .blocked, .failed, .unreached: "x"
        }
    }

    /// Where rows came from and went, on the task's own line.
    fileprivate var remarks: String {
        var remarks: [String] = []
        if let drawnFrom { remarks.append("rows of \(drawnFrom)") }
        if let filtered, filtered > 0 { remarks.append("\(filtered.grouped) filtered") }
        if let deduplicated, deduplicated > 0 { remarks.append("\(deduplicated.grouped) deduplicated") }
        let rejected = rejects.map(\.rows).reduce(0, +)
        if rejected > 0 { remarks.append("\(rejected.grouped) rejected") }
        if let expectations {
            let met = "\(expectations - unmet.count) of \(expectations) expectations met"
            remarks.append(outcome == .blocked ? "\(met); a run would stop here" : met)
        }
        return remarks.joined(separator: ", ")
    }

    fileprivate var details: [String] {
        var details: [String] = []
        if let problem { details.append(problem) }
        details += rejects.map { "\($0.rows.grouped) × \($0.reason)" }
        details += joins.map(\.words)
        details += unmet.map { unmet in
            let samples = unmet.samples.isEmpty ? "" : ", such as \(unmet.samples.prefix(3).joined(separator: ", "))"
            return "\(unmet.importance): \(unmet.words)\(samples)   \(unmet.source.text)"
        }
        return details
    }
}

extension Simulation.Join {
    /// `join users (inner): 98.4 % matched, × 1.02 rows`
    fileprivate var words: String {
        guard rowsLeft > 0 else { return "join \(with) (\(kind)): no rows to join" }
        let share = tenths(matched * 1000, by: rowsLeft)
        let fanOut = rowsOut > rowsLeft ? "; each row comes \(hundredths(rowsOut, by: rowsLeft)) times" : ""
        return "join \(with) (\(kind)): \(share) % matched of \(rowsLeft.grouped), \(rowsOut.grouped) out\(fanOut)"
    }
}

/// A thousandfold share as percent with one decimal, cut and not rounded: 99.9 is not all.
private func tenths(_ thousandfold: Int, by whole: Int) -> String {
    let number = thousandfold / whole
    return number % 10 == 0 ? "\(number / 10)" : "\(number / 10).\(number % 10)"
}

private func hundredths(_ rows: Int, by whole: Int) -> String {
    let number = rows * 100 / whole
    return "\(number / 100).\(number / 10 % 10)\(number % 10)"
}

extension Int? {
    fileprivate var shown: String { map(\.grouped) ?? "–" }
}
