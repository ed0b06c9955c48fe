import Reporting

extension PlanDocument {
    /// Everything about one task.
    package func taskText(_ task: Task, _ view: PlanView) -> String {
        // Only what is about the task: to tell the rest in another language would take long for nothing.
        var own = self
        own.tasks = [task]
        own.effects = effects.filter { $0.task == task.id }
        own.enginePlans = enginePlans?.filter { $0.task == task.id }
        own.diagnostics = []
        own.simulation = nil
        let told = own.told(in: view)
        return TaskText(document: told, task: told.tasks[0], view: view).text(why: why(task, view))
    }
}

/// The blocks of one task.
private struct TaskText {
    let document: PlanDocument
    let task: PlanDocument.Task
    let view: PlanView

    func text(why: String) -> String {
        let title = view.style.painted("\(task.symbol) \(task.id)   \(task.title)   \(task.source.text)", .bold)
        let parts = [
            [title] + facts, why.split(separator: "\n").map(String.init), definitionLines, columnLines, lineageLines,
            effectLines,
            engineLines, statementLines,
        ].filter { !$0.isEmpty }
        return parts.joined(separator: [""]).map(view.marked).joined(separator: "\n") + "\n"
    }

    private var facts: [String] {
        let followers = document.edges.filter { $0.from == task.id }.map(\.to)
        let timeout: Message = task.policy.timeoutSeconds.map { ", each at most \($0) s" } ?? ", no timeout"
        let times: Message = task.policy.attempts == 1 ? "1 time" : "\(task.policy.attempts) times"
        let rows: [(Message, String?)] = [
            ("does", "\(task.kind), \(task.mode)"), ("makes", task.writes.joined(separator: ", ")),
            ("reads", task.reads.joined(separator: ", ")), ("after", task.dependsOn.joined(separator: ", ")),
            ("before", followers.joined(separator: ", ")), ("rows in", quantityWords(task.rowsIn)),
            ("rows out", quantityWords(task.rowsOut)),
            ("bytes", task.bytes.value == nil ? quantityWords(task.bytes) : task.bytes.sizeText),
            ("tried", view.say("\(times)\(timeout)")),
            ("takes", task.resources.map(resourceWords)), ("last run", task.lastRun ?? view.say("none")),
            ("took", document.history?[task.id].flatMap(timesTaken)),
            ("definition", String(task.definition.prefix(8))),
        ]
        var table = TextTable([.left, .left])
        for case (let name, let words?) in rows where !words.isEmpty { table.add(["  \(view.say(name))", words]) }
        return table.lines()
    }

    /// Slots of pools are counted, bytes told as such: nobody has a pool of a million slots.
    private func resourceWords(_ resources: PlanDocument.Resources) -> String {
        var words = resources.pools.sorted { $0.key < $1.key }.map { pool, need in
            view.say("\(need < 1 << 20 ? need.grouped : sizeInWords(need)) of pool '\(pool)'")
        }
        if let network = resources.network?.value { words.append(view.say("network ≈ \(sizeInWords(network))")) }
        return words.joined(separator: ", ")
    }

    /// Nil where no run has done it.
    private func timesTaken(_ milliseconds: [Int]) -> String? {
        guard !milliseconds.isEmpty else { return nil }
        let times = milliseconds.prefix(5).map { timeInWords(milliseconds: $0) }
        return view.say("\(times.joined(separator: ", ")); latest first")
    }

    private func quantityWords(_ quantity: PlanDocument.Quantity) -> String {
        switch quantity.kind {
        case .exact: quantity.text
        case .estimate: "\(quantity.text), \(quantity.method ?? view.say("estimated"))"
        case .unknown: view.say("?, known after \(quantity.knownAfter ?? view.say("the run"))")
        }
    }

    /// How the definition differs from the last run's, where it does.
    private var definitionLines: [String] {
        guard task.reasons.contains(where: { $0.kind == .definition }) else { return [] }
        let heading = view.say("Definition, against \(task.lastRun ?? view.say("the last run"))")
        guard let changes = task.definitionChanges else {
            return [heading, "  " + view.say("that run kept a digest alone: what has changed is not known")]
        }
        guard !changes.isEmpty else { return [heading, "  " + view.say("it differs in what is not kept in words")] }
        var lines = [heading]
        for change in changes {
            let symbol = PlanChange.Action(rawValue: change.action)?.symbol ?? "~"  // another minor version's action
            lines.append("  \(symbol) \(change.what)")
            let isSame = change.before == change.after
            if isSame { lines.append("      " + view.say("computed in another way")) }
            if !isSame, let before = change.before, !before.isEmpty { lines.append("      - \(before)") }
            if !isSame, let after = change.after, !after.isEmpty { lines.append("      + \(after)") }
        }
        return lines
    }

    private var columnLines: [String] {
        guard !task.columns.isEmpty else { return [] }
        var table = TextTable([.left, .left, .left])
        for column in task.columns { table.add(["  \(column.name)", column.type, column.nullable ? "" : "not null"]) }
        return [view.say("Columns")] + table.lines()
    }

    /// Where each column comes from and where it goes, one task each way.
    private var lineageLines: [String] {
        guard let lineage = task.lineage, lineage.contains(where: { !$0.from.isEmpty || !$0.to.isEmpty }) else {
            return []
        }
        var lines = [view.say("Column lineage")]
        var table = TextTable([.left, .left, .left])
        for column in lineage {
            let from = column.from.isEmpty ? "" : "← \(view.listed(column.from))"
            table.add(["  \(column.column)", from, column.to.isEmpty ? "" : "→ \(view.listed(column.to))"])
        }
        lines += table.lines()
        if let rows = task.rowsFrom, !rows.isEmpty {
            lines.append("  " + view.say("which rows there are: ← \(view.listed(rows))"))
        }
        return lines
    }

    private var effectLines: [String] {
        guard !document.effects.isEmpty else { return [] }
        var shown = view
        shown.isVerbose = true
        return PlanText(document: document, view: shown).effectLines
    }

    private var engineLines: [String] {
        var shown = view
        shown.showsAll = true
        return PlanText(document: document, view: shown).engineLines
    }

    private var statementLines: [String] {
        guard let statements = task.statements, !statements.isEmpty else { return [] }
        return [view.say("Statements")] + statements.flatMap { ($0 + ";").split(separator: "\n").map { "  \($0)" } }
    }
}
