import Reporting

extension PlanDocument {
    /// Characters that a comment of a code host may have, with room for what a bot puts around it.
    static let commentLimit = 60_000

    /// For a comment of a pull request: the same plan gives the same bytes, so that a comment can be replaced in place.
    /// What would make it too long is left out from the end of the longest blocks, and that is said.
    package func markdown(_ view: PlanView) -> String {
        let head = ["<!-- esteira plan \(pipeline) -->", "### Plan `\(pipeline)`", "", summary.line, "", summaryTable]
        let blocks = [
            comparisonBlock, workBlock, effectBlock, impactBlock(view), simulationBlock(view), unknownBlock, findingBlock, changeBlock,
        ].filter { !$0.lines.isEmpty }
        var text = head.joined(separator: "\n") + "\n"
        for (index, block) in blocks.enumerated() {
            // Each block may take an even share of what is left, so that the last still find room.
            let room = (Self.commentLimit - text.count) / (blocks.count - index)
            text += "\n" + block.text(limit: room)
        }
        return view.marked(text).replacing("\\u{a}", with: "\n")
    }

    private struct Block {
        var title: String
        var isOpen = false
        /// Before and after the lines, where they are in a fence or table.
        var before: [String] = []
        var lines: [String]
        var after: [String] = []

        func text(limit: Int) -> String {
            let frame = ["<details\(isOpen ? " open" : "")><summary>\(title)</summary>", ""] + before
            var room = limit - frame.joined(separator: "\n").count - 80
            var kept: [String] = []
            for line in lines {
                room -= line.count + 1
                if room < 0 { break }
                kept.append(line)
            }
            let missing = lines.count - kept.count
            let note = missing > 0 ? ["", "\(missing) more lines are left out"] : []
            return (frame + kept + after + note + ["", "</details>"]).joined(separator: "\n") + "\n"
        }
    }

    private var summaryTable: String {
        """
        | to run | up to date | destructive | irreversible | errors | warnings |
        |--:|--:|--:|--:|--:|--:|
        | \(summary.toRun) | \(summary.reused) | \(summary.destructive) | \(summary.irreversible) | \(summary.errors) | \(summary.warnings) |
        """
    }

    private var comparisonBlock: Block {
        let breaking = (changes ?? []).count { $0.category == PlanChange.Category.breaking.rawValue }
        return Block(
            title: "Changed against \(escaped(comparison?.base ?? "")): \(changes?.count ?? 0), \(breaking) breaking, \(comparison?.unchanged ?? 0) unchanged",
            isOpen: breaking > 0,
            before: ["| change | category | what | columns | reaches | where |", "|---|---|---|---|---|---|"],
            lines: changeRows.map(row))
    }

    private var workBlock: Block {
        let rows = tasks.filter(\.runs).map { task in
            row([
                code(task.symbol), code(task.id), task.rowsIn.text, task.rowsOut.text, task.mode,
                task.reasons.map(\.words).joined(separator: "; "), code(task.source.text),
            ])
        }
        return Block(
            title: "Work: \(summary.toRun) of \(tasks.count) tasks", isOpen: true,
            before: ["| | task | rows in | rows out | mode | why | where |", "|---|---|--:|--:|---|---|---|"], lines: rows)
    }

    private func impactBlock(_ view: PlanView) -> Block {
        printed("Sink impact: \(impacts?.count ?? 0) tables", \.impactLines, view)
    }

    private func simulationBlock(_ view: PlanView) -> Block {
        let stopped = (simulation?.tasks ?? []).count { $0.outcome != .done }
        let words = stopped == 0 ? "" : ": \(stopped) tasks would not be done"
        return printed("Simulated on \((simulation?.rows ?? 0).grouped) generated rows\(words)", \.simulationLines, view)
    }

    /// Lines as a terminal shows them, without their heading.
    private func printed(_ title: String, _ lines: KeyPath<PlanText, [String]>, _ view: PlanView) -> Block {
        var view = view
        view.style = TextStyle()
        view.style.width = .max
        let shown = PlanText(document: self, view: view)[keyPath: lines].dropFirst()
        return Block(title: title, before: ["```text"], lines: Array(shown), after: ["```"])
    }

    private var effectBlock: Block {
        let rows = effects.map { effect in
            row([
                code(effect.symbol), effect.target.kind.rawValue, code(effect.target.name), effect.words,
                effect.locks.joined(separator: ", "), effect.reversible.possible ? "yes" : effect.reversible.words,
            ])
        }
        return Block(
            title: "Effects: \(effects.count), \(summary.destructive) destructive",
            before: ["| | where | what | change | lock | undone |", "|---|---|---|---|---|---|"], lines: rows)
    }

    private var unknownBlock: Block {
        Block(
            title: "Not known yet: \(unknowns.count)",
            lines: unknowns.map { "- \(escaped($0.what)): known after \(code($0.knownAfter))" })
    }

    private var findingBlock: Block {
        Block(
            title: "Findings: \(summary.errors) errors, \(summary.warnings) warnings", isOpen: summary.errors > 0,
            lines: diagnostics.map { "- \($0.severity) \(code($0.code)) \(escaped($0.message)) \(code($0.source.text))" })
    }

    private var changeBlock: Block {
        let statements = effects.flatMap { effect in effect.objects.map { $0.sql + ";" } }
        return Block(
            title: "Changes of tables", before: statements.isEmpty ? [] : ["```sql"], lines: statements,
            after: statements.isEmpty ? [] : ["```"])
    }

    private func row(_ cells: [String]) -> String { "| \(cells.map(escaped).joined(separator: " | ")) |" }

    private func escaped(_ text: String) -> String { text.replacing("|", with: "\\|").replacing("\n", with: " ") }

    private func code(_ text: String) -> String { "`\(text)`" }
}
