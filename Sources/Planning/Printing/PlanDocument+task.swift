import Reporting

extension PlanDocument {
    /// Everything about one task.
    package func taskText(_ task: Task, _ view: PlanView) -> String {
        let followers = edges.filter { $0.from == task.id }.map(\.to)
        var table = TextTable([.left, .left])
        table.add(["  does", "\(task.kind), \(task.mode)"])
        table.add(["  makes", task.writes.joined(separator: ", ")])
        if !task.reads.isEmpty { table.add(["  reads", task.reads.joined(separator: ", ")]) }
        if !task.dependsOn.isEmpty { table.add(["  after", task.dependsOn.joined(separator: ", ")]) }
        if !followers.isEmpty { table.add(["  before", followers.joined(separator: ", ")]) }
        table.add(["  rows in", told(task.rowsIn)])
        table.add(["  rows out", told(task.rowsOut)])
        table.add(["  bytes", task.bytes.value == nil ? told(task.bytes) : task.bytes.sizeText])
        let timeout = task.policy.timeoutSeconds.map { ", each at most \($0) s" } ?? ", no timeout"
        table.add(["  tried", "\(task.policy.attempts) \(task.policy.attempts == 1 ? "time" : "times")\(timeout)"])
        table.add(["  last run", task.lastRun ?? "none"])
        table.add(["  definition", String(task.definition.prefix(8))])
        var parts = [
            [view.style.painted("\(task.symbol) \(task.id)   \(task.title)   \(task.source.text)", .bold)]
                + table.lines(), why(task, view).split(separator: "\n").map(String.init),
        ]
        if !task.columns.isEmpty { parts.append(["Columns"] + columnLines(task)) }
        let own = effects.filter { $0.task == task.id }
        if !own.isEmpty {
            var alone = self
            alone.effects = own
            var shown = view
            shown.isVerbose = true
            parts.append(PlanText(document: alone, view: shown).effectLines)
        }
        if let statements = task.statements, !statements.isEmpty {
            parts.append(["Statements"] + statements.flatMap { ($0 + ";").split(separator: "\n").map { "  \($0)" } })
        }
        return parts.joined(separator: [""]).map(view.marked).joined(separator: "\n") + "\n"
    }

    private func columnLines(_ task: Task) -> [String] {
        var table = TextTable([.left, .left, .left])
        for column in task.columns { table.add(["  \(column.name)", column.type, column.nullable ? "" : "not null"]) }
        return table.lines()
    }

    private func told(_ quantity: Quantity) -> String {
        switch quantity.kind {
        case .exact: quantity.text
        case .estimate: "\(quantity.text), \(quantity.method ?? "estimated")"
        case .unknown: "?, known after \(quantity.knownAfter ?? "the run")"
        }
    }
}
