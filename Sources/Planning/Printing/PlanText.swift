import Algebra
import Configuration
package import Engines
import Expressions
import Kinds
import Reporting

/// What a plan's printers are told about engines: the statements of a task, in the order in which they would run.
package struct PlanStatements {
    package var all: (PlannedTask) -> [SQL]
    /// Those that change the shape of a table.
    package var definition: (PlannedTask) -> [SQL]
    /// What a reader has to know about them.
    package var note: String?

    package init(
        all: @escaping (PlannedTask) -> [SQL], definition: @escaping (PlannedTask) -> [SQL], note: String? = nil
    ) {
        self.all = all
        self.definition = definition
        self.note = note
    }
}

extension Plan {
    /// For a person at a terminal. The same plan gives the same bytes: no times, no random names.
    package func text(_ statements: PlanStatements, showsSQL: Bool = false) -> String {
        var lines = header + [""]
        lines += workLines
        lines += [""] + effectLines(statements)
        if showsSQL { lines += [""] + statementLines(statements) }
        lines += [""] + findingLines
        lines += ["", summary.line]
        return lines.joined(separator: "\n") + "\n"
    }

    private var header: [String] {
        var table = TextTable([.left, .left])
        if !pipeline.params.isEmpty {
            let params = pipeline.params.map { "\($0.name)=\($0.value.text) (\($0.origin.rawValue))" }
            table.add(["params", params.joined(separator: "  ")])
        }
        let threads = profile.engine.threads.map(String.init) ?? "auto"
        table.add(["engine", "duckdb, threads \(threads), memory \(profile.engine.memory ?? "60%")"])
        table.add(["lake", profile.lakeDirectory.description])
        if let schedule = pipeline.schedule { table.add(["schedule", "\(schedule.cron) \(schedule.timezone)"]) }
        return ["Plan \(pipeline.name)   project \(project), profile \(profile.name)"] + table.lines(indent: 2)
    }

    private var workLines: [String] {
        var table = TextTable([.left, .left, .right, .right, .left, .left])
        table.add(["Work", "", "rows in", "rows out", "why", ""])
        let waves = waves
        var wave = 0
        for task in tasks {
            if let next = waves[task.id], next != wave {
                wave = next
                table.add(["  wave \(wave)"])
            }
            let reason = reasons[task.id] ?? .new
            table.add([
                "  \(reason.symbol) \(task.id)", task.title, task.rowsIn.text, task.rowsOut.text, reason.words,
                "\(task.span.file):\(task.span.start.line)",
            ])
        }
        return table.lines()
    }

    private func effectLines(_ statements: PlanStatements) -> [String] {
        var lines = ["Effects"]
        let running = tasks.filter { reasons[$0.id]?.runs ?? true }
        if running.isEmpty { lines.append("  none") }
        if let note = statements.note, running.contains(where: { $0.group == .load }) { lines.append("  (\(note))") }
        for task in running {
            if let effect = task.effect { lines.append("  \(effect)") }
            for statement in statements.definition(task) {
                lines += statement.text.split(separator: "\n").map { "      \($0)" }
            }
        }
        return lines
    }

    private func statementLines(_ statements: PlanStatements) -> [String] {
        var lines = ["Statements"]
        for task in tasks {
            let all = statements.all(task)
            guard !all.isEmpty else { continue }
            lines.append("  -- \(task.id)   \(task.span)")
            for statement in all {
                lines += statement.text.split(separator: "\n").map { "  \($0)" }
                lines[lines.count - 1] += ";"
            }
        }
        return lines
    }

    private var findingLines: [String] {
        guard !findings.items.isEmpty else { return ["Findings   none"] }
        return ["Findings   'esteira lint' shows each in place"]
            + findings.sorted.map { "  \($0.severity.rawValue) \($0.rule.code)  \($0.message)  \($0.span)" }
    }
}

extension RowCount {
    /// `= 200,000` exact, `≈ 200,000` estimated, `?` unknown.
    package var text: String {
        switch self {
        case .exact(let rows): "= \(rows.grouped)"
        case .estimated(let rows): "≈ \(rows.grouped)"
        case .unknown: "?"
        }
    }
}

extension Plan.Reason {
    package var symbol: String {
        switch self {
        case .new: "+"
        case .definition: "~"
        case .input, .clock, .missing: ">"
        case .upToDate: "="
        }
    }

    package var words: String {
        switch self {
        case .new: "never completed"
        case .definition: "its definition changed"
        case .input(let name): "input changed: \(name)"
        case .clock: "reads run.started_at, new in each run"
        case .missing: "its output is gone"
        case .upToDate: "up to date"
        }
    }
}
