import Reporting

extension PlanText {
    var unknownLines: [String] {
        guard !document.unknowns.isEmpty else { return [] }
        let isFolded = !view.isVerbose && !view.showsAll && document.unknowns.count > 3
        let lines = isFolded ? foldedUnknowns : document.unknowns.map { ($0.what, "known after \($0.knownAfter)") }
        var table = TextTable([.left, .left])
        for line in lines { table.add(["  ? \(line.0)", line.1]) }
        return [bold("Not known yet")] + table.lines().map(view.marked)
    }

    /// One line for what is alike but for the task.
    private var foldedUnknowns: [(String, String)] {
        var order: [String] = []
        var tasks: [String: [String]] = [:]
        for unknown in document.unknowns {
            let kind = unknown.task.prefix { $0 != "." }
            let what = unknown.what.split(separator: " ").map { $0 == unknown.task ? "\(kind)[*]" : String($0) }
            let key = what.prefix(while: { $0 != "lets" }).joined(separator: " ") + (what.contains("lets") ? " passes" : "")
            if tasks[key] == nil { order.append(key) }
            tasks[key, default: []].append(unknown.knownAfter)
        }
        return order.map { key in
            let after = tasks[key] ?? []
            return (key, after.count == 1 ? "known after \(after[0])" : "known after each of \(after.count)")
        }
    }

    var findingLines: [String] {
        let findings = document.diagnostics
        guard !findings.isEmpty else { return ["\(bold("Findings"))   none"] }
        let counts = [("error", "error"), ("warn", "warning"), ("hint", "hint")].compactMap { severity, word -> String? in
            let count = findings.count { $0.severity == severity }
            return count == 0 ? nil : "\(count) \(word)\(count == 1 ? "" : "s")"
        }
        let most = view.showsAll || view.isVerbose || view.only == .findings ? findings.count : 5
        var table = FittedColumns([.left, .left, .left], steps: [.shorten(2), .drop(2)])
        for finding in findings.prefix(most) {
            table.add(["  \(finding.severity) \(finding.code)", finding.message, finding.source.text].map(view.marked))
        }
        if findings.count > most { table.add(line: view.marked("  … \(findings.count - most) more, --all")) }
        return ["\(bold("Findings"))   \(counts.joined(separator: ", ")); 'esteira lint' shows each in place"]
            + table.lines(width: width)
    }

    var footerLines: [String] {
        var lines: [String] = []
        if !view.isReproducible {
            if let estimate = estimateLine { lines.append(estimate) }
            lines += scheduleLines
            if !lines.isEmpty { lines.append("") }
        }
        return (lines + [summaryLine]).map(view.marked)
    }

    private var estimateLine: String? {
        guard let estimates = document.estimates, let time = estimates.milliseconds.value else { return nil }
        let method = view.isVerbose ? estimates.milliseconds.method.map { " (\($0))" } ?? "" : ""
        let size = estimates.bytes.value.map { $0 > 0 ? "   written \(estimates.bytes.sizeText)" : "" } ?? ""
        return "Estimate   ≈ \(timeInWords(milliseconds: time))\(method)\(size)"
    }

    private var scheduleLines: [String] {
        guard let schedule = document.schedule, !schedule.next.isEmpty else { return [] }
        let next = schedule.next.map { moment in moment.prefix(16).replacing("T", with: " ") }
        var lines = ["Next runs  \(next.joined(separator: ", ")) \(schedule.timezone)"]
        if let change = schedule.clockChange { lines.append("           clocks change on \(change)") }
        if view.isVerbose, schedule.clockChange != nil {
            lines.append("           an hour that is skipped runs right after, one that comes twice runs once")
        }
        return lines
    }

    var summaryLine: String { document.summary.line }

    var statementLines: [String] {
        var lines = [bold("Statements")]
        for task in document.tasks {
            guard let statements = task.statements, !statements.isEmpty else { continue }
            lines.append("  -- \(task.id)   \(task.source.text)")
            for statement in statements {
                lines += (statement + ";").split(separator: "\n").map { "  \($0)" }
            }
        }
        return lines
    }
}

extension PlanDocument.Summary {
    /// Counts that are zero are left out, but for the first two.
    package var line: String {
        let rebuiltWords = rebuilt > 0 ? " (\(rebuilt) rebuilt)" : ""
        var work = ["\(toRun) to run\(rebuiltWords)", "\(reused) up to date"]
        if waiting > 0 { work.append("\(waiting) waiting") }
        if blocked > 0 { work.append("\(blocked) blocked") }
        var effects: [String] = []
        if destructive > 0 { effects.append("\(destructive) destructive") }
        if irreversible > 0 { effects.append("\(irreversible) irreversible") }
        return "Plan: \(work.joined(separator: ", "))" + (effects.isEmpty ? "" : "; \(effects.joined(separator: ", "))")
    }
}
