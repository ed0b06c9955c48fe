import Reporting

extension PlanText {
    /// What the tasks did to generated rows; nothing where none were drawn.
    var simulationLines: [String] {
        guard let simulation = document.simulation else { return [] }
        let tasks = simulation.tasks.filter { task in
            switch folding {
            case .none, .effects, .groups, .waves: true
            case .notable: task.isNotable
            case .counts: task.outcome != .done
            }
        }
        let most = folding == .counts ? 4 : tasks.count
        var table = FittedColumns([.left, .right, .right, .left], steps: [.shorten(3)])
        for task in tasks.prefix(most) {
            table.add(
                ["  \(task.symbol) \(task.id)", task.rowsIn.shown, task.rowsOut.shown, task.remarks(view)].map(
                    view.marked))
            for line in shortList(task.details(view)) { table.add(line: view.marked("        \(line)")) }
        }
        let hidden = simulation.tasks.count - min(most, tasks.count)
        let heading = bold(view.say("Simulated on \(simulation.rows.grouped) generated rows"))
        return ["\(heading)   \(view.say("of each source at most: rows in, rows out"))"] + table.lines(width: width)
            + (hidden > 0 ? [view.marked(foldedSimulation(simulation, hidden))] : [])
    }

    /// As many details of a task as the folding leaves.
    private func shortList(_ details: [String]) -> [String] {
        let most = view.isVerbose || view.showsAll ? details.count : folding >= .notable ? 1 : 3
        guard details.count > most else { return details }
        return details.prefix(most) + [view.say("… \(details.count - most) more, --all")]
    }

    /// `  > 43 more: 41 done, 2 with expectations not met, --all`
    private func foldedSimulation(_ simulation: Simulation, _ hidden: Int) -> String {
        let unmet = simulation.tasks.count { !$0.unmet.isEmpty && $0.outcome == .done }
        let told: Message = unmet > 0 && folding == .counts ? ", \(unmet) with expectations not met" : ""
        return view.say("  > \(hidden) more\(told), --all")
    }
}

extension Simulation.Task {
    fileprivate var symbol: String {
        switch outcome {
        case .done: unmet.isEmpty ? ">" : "~"
        case .blocked, .failed, .unreached: "x"
        }
    }

    /// Rows were lost or multiplied, or something is not as it should be.
    fileprivate var isNotable: Bool {
        outcome != .done || !unmet.isEmpty || !rejects.isEmpty || joins.contains(where: \.isNotable)
    }

    /// Where rows came from and went, on the task's own line.
    fileprivate func remarks(_ view: PlanView) -> String {
        var remarks: [Message] = []
        if let drawnFrom { remarks.append("rows of \(drawnFrom)") }
        if let filtered, filtered > 0 { remarks.append("\(filtered.grouped) filtered") }
        if let deduplicated, deduplicated > 0 { remarks.append("\(deduplicated.grouped) deduplicated") }
        let rejected = rejects.map(\.rows).reduce(0, +)
        if rejected > 0 { remarks.append("\(rejected.grouped) rejected") }
        if let expectations {
            remarks.append("\(expectations - unmet.count) of \(expectations) expectations met")
            if outcome == .blocked { remarks.append("a run would stop here") }
        }
        return view.say(remarks.joined(separator: ", "))
    }

    fileprivate func details(_ view: PlanView) -> [String] {
        var details: [String] = []
        if let problem { details.append(problem) }
        details += rejects.map { "\($0.rows.grouped) × \($0.reason)" }
        details += joins.map { view.say($0.words) }
        details += unmet.map { unmet in
            let samples: Message =
                unmet.samples.isEmpty ? "" : ", such as \(unmet.samples.prefix(3).joined(separator: ", "))"
            return "\(unmet.importance): \(unmet.words)\(view.say(samples))   \(unmet.source.text)"
        }
        return details
    }
}

extension Simulation.Join {
    /// `join users (inner): 98.4 % of 1,000 matched, 1,020 out; each row comes 1.02 times`
    fileprivate var words: Message {
        guard rowsLeft > 0 else { return "join \(with) (\(kind)): no rows to join" }
        let share = tenths(matched * 1000, by: rowsLeft)
        let fanOut: Message = rowsOut > rowsLeft ? "; each row comes \(hundredths(rowsOut, by: rowsLeft)) times" : ""
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
