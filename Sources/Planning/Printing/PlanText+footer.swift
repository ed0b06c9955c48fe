package import Reporting

extension PlanText {
    var unknownLines: [String] {
        guard !document.unknowns.isEmpty else { return [] }
        let isFolded = !view.isVerbose && !view.showsAll && document.unknowns.count > 3
        let lines =
            isFolded ? foldedUnknowns : document.unknowns.map { ($0.what, view.say("known after \($0.knownAfter)")) }
        var table = TextTable([.left, .left])
        for line in lines { table.add(["  ? \(line.0)", line.1]) }
        return [bold(view.say("Not known yet"))] + table.lines().map(view.marked)
    }

    /// One line for what is alike but for the task.
    private var foldedUnknowns: [(String, String)] {
        document.unknowns.map { (what: whatOfAny($0), after: $0.knownAfter) }.grouped(by: \.what).map { alike in
            (
                alike[0].what,
                view.say(alike.count == 1 ? "known after \(alike[0].after)" : "known after each of \(alike.count)")
            )
        }
    }

    /// What is unknown, of any task of its kind.
    private func whatOfAny(_ unknown: PlanDocument.Unknown) -> String {
        let kind = unknown.task.prefix { $0 != "." }
        return unknown.what.split(separator: " ").map { $0 == unknown.task ? "\(kind)[*]" : String($0) }.joined(
            separator: " ")
    }

    var findingLines: [String] {
        let findings = document.diagnostics
        guard !findings.isEmpty else { return ["\(bold(view.say("Findings")))   \(view.say("none"))"] }
        func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity.rawValue } }
        let (errors, warnings, hints) = (count(.error), count(.warning), count(.hint))
        let counts: [Message] = [
            errors == 1 ? "1 error" : "\(errors) errors", warnings == 1 ? "1 warning" : "\(warnings) warnings",
            hints == 1 ? "1 hint" : "\(hints) hints",
        ]
        let told = zip([errors, warnings, hints], counts).filter { $0.0 > 0 }.map { view.say($0.1) }
        let most = view.showsAll || view.isVerbose || view.only == .findings ? findings.count : 5
        var table = FittedColumns([.left, .left, .left], steps: [.shorten(2), .drop(2)])
        for finding in findings.prefix(most) {
            table.add(["  \(finding.severity) \(finding.code)", finding.message, finding.source.text].map(view.marked))
        }
        if findings.count > most { table.add(line: view.marked(view.say("  … \(findings.count - most) more, --all"))) }
        return [
            "\(bold(view.say("Findings")))   \(view.say("\(told.joined(separator: ", ")); 'esteira lint' shows each in place"))"
        ]
            + table.lines(width: width)
    }

    var footerLines: [String] {
        var lines: [String] = []
        if !view.isReproducible {
            if let estimate = estimateLine { lines.append(estimate) }
            lines += scheduleLines + intervalLines
            if !lines.isEmpty { lines.append("") }
        }
        return (lines + [summaryLine]).map(view.marked)
    }

    private var estimateLine: String? {
        guard let estimates = document.estimates, let time = estimates.milliseconds.value else { return nil }
        var line = "\(view.say("Estimate"))   ≈ \(timeInWords(milliseconds: time))"
        if view.isVerbose, let method = estimates.milliseconds.method { line += " (\(method))" }
        if let bytes = estimates.bytes.value, bytes > 0 {
            line += "   " + view.say("written \(estimates.bytes.sizeText)")
        }
        return ([line] + usageWords(estimates).map(view.say)).joined(separator: "   ")
    }

    /// Left out where nobody has measured, or where nothing goes over a network.
    private func usageWords(_ estimates: PlanDocument.Estimates) -> [Message] {
        var words: [Message] = []
        if let memory = estimates.memory?.value {
            words.append("memory ≈ \(sizeInWords(memory)), engine \(document.engine.memory)")
        }
        if let spill = estimates.spill?.value {
            words.append(spill == 0 ? "nothing spilled" : "spilled ≈ \(sizeInWords(spill))")
        }
        if let network = estimates.network?.value, network > 0 { words.append("network ≈ \(sizeInWords(network))") }
        return words
    }

    private var scheduleLines: [String] {
        guard let schedule = document.schedule, !schedule.next.isEmpty else { return [] }
        let next = schedule.next.map { moment in moment.prefix(16).replacing("T", with: " ") }
        let heading = view.say("Next runs")
        let indent = String(repeating: " ", count: heading.count + 2)
        var lines = ["\(heading)  \(next.joined(separator: ", ")) \(schedule.timezone)"]
        if let change = schedule.clockChange { lines.append(indent + view.say("clocks change on \(change)")) }
        if view.isVerbose, schedule.clockChange != nil {
            lines.append(indent + view.say("an hour that is skipped runs right after, one that comes twice runs once"))
        }
        return lines
    }

    var summaryLine: String { view.say(document.summary.line) }

    var statementLines: [String] {
        var lines = [bold(view.say("Statements"))]
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
    package var line: Message {
        let rebuiltWords: Message = rebuilt > 0 ? " (\(rebuilt) rebuilt)" : ""
        var work: [Message] = ["\(toRun) to run\(rebuiltWords)", "\(reused) up to date"]
        if waiting > 0 { work.append("\(waiting) waiting") }
        if blocked > 0 { work.append("\(blocked) blocked") }
        if skipped > 0 { work.append("\(skipped) left out") }
        var effects: [Message] = []
        if destructive > 0 { effects.append("\(destructive) destructive") }
        if irreversible > 0 { effects.append("\(irreversible) irreversible") }
        let outside: Message = effects.isEmpty ? "" : "; \(effects.joined(separator: ", "))"
        return "Plan: \(work.joined(separator: ", "))\(outside)"
    }
}
