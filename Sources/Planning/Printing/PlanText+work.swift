import Reporting

extension PlanText {
    private typealias Task = PlanDocument.Task

    /// Tasks that do the same in the same way for the same reason, told in one row where there are enough.
    private struct Group {
        var tasks: [Task]
        var first: Task { tasks[0] }
    }

    private struct Likeness: Hashable {
        var wave: Int
        var kind: String
        var actions: [PlanDocument.Action]
        var mode: String
        var reason: PlanDocument.Reason.Kind?
        var hold: PlanDocument.Hold.Kind?
        var lone: String
    }

    var workLines: [String] {
        let shown = document.tasks.filter { view.showsAll && view.only != .changed || $0.actions != [.reuse] }
        var table = FittedColumns(
            [.left, .left, .right, .right, .left, .left, .left],
            steps: [.drop(1), .shorten(6), .drop(2), .drop(4), .drop(6)])
        table.add([view.say("Work"), ""] + (["rows in", "rows out", "mode", "why"] as [Message]).map(view.say) + [""])
        var wave = 0
        var symbols: [String?] = [nil]
        for group in likeTasks(shown) {
            if folding < .waves, group.first.wave != wave {
                wave = group.first.wave
                table.add(line: view.say("  wave \(wave)"))
                symbols.append(nil)
            }
            table.add(cells(group).map(view.marked))
            symbols.append(group.first.symbol)
            guard group.tasks.count > 1 else { continue }
            for line in wrapped(group.tasks.map(\.title), indent: "        ", width: min(width, 200), view) {
                table.add(line: view.marked(line))
                symbols.append(nil)
            }
        }
        let unchanged = document.tasks.count - shown.count
        var lines = zip(table.lines(width: width), symbols).map { line, symbol in
            symbol.map { coloured(line, view.marked($0)) } ?? line
        }
        lines[0] = bold(lines[0])
        if unchanged > 0 { lines.append(view.say("  = \(unchanged) unchanged, --all")) }
        return lines
    }

    private func likeTasks(_ tasks: [Task]) -> [Group] {
        guard folding >= .groups else { return tasks.map { Group(tasks: [$0]) } }
        return tasks.grouped(by: likeness).flatMap { alike in
            alike.count < 3 ? alike.map { Group(tasks: [$0]) } : [Group(tasks: alike)]
        }
    }

    private func likeness(_ task: Task) -> Likeness {
        Likeness(
            wave: folding >= .waves ? 0 : task.wave, kind: task.kind, actions: task.actions, mode: mode(of: task),
            reason: task.reasons.first?.kind, hold: task.hold?.kind, lone: task.reasons.isEmpty ? task.id : "")
    }

    /// Keys of merges differ from table to table.
    private func mode(of task: Task) -> String { String(task.mode.prefix { $0 != "(" }) }

    private func cells(_ group: Group) -> [String] {
        let task = group.first
        let why = task.whyWords
        guard group.tasks.count > 1 else {
            return [
                "  \(task.symbol) \(task.id)", task.title, task.rowsIn.text, task.rowsOut.text, task.mode, why,
                task.source.text,
            ]
        }
        let words = Set(group.tasks.map(\.whyWords))
        return [
            "  \(task.symbol) \(task.kind)[*] × \(group.tasks.count)", "", sum(group, \.rowsIn), sum(group, \.rowsOut),
            mode(of: task), words.count == 1 ? why : shared(task) ?? why,
            task.source.text,
        ]
    }

    /// What is common to tasks held up, or run, for reasons of one kind.
    private func shared(_ task: Task) -> String? {
        switch (task.hold?.kind, task.reasons.first?.kind) {
        case (.blocked, _): view.say("blocked")
        case (.waiting, _): view.say("waits")
        case (.undecided, _): view.say("decided when it runs")
        case (.leftOut, _): view.say("left out")
        case (nil, .input): view.say("inputs changed")
        default: nil
        }
    }

    private func sum(_ group: Group, _ count: KeyPath<Task, PlanDocument.Quantity>) -> String {
        group.tasks.map { $0[keyPath: count] }.reduce(.exact(0), +).text
    }
}
