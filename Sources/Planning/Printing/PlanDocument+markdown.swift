import Reporting

extension PlanDocument {
    /// Characters that a comment of a code host may have, with room for what a bot puts around it.
    static let commentLimit = 60_000

    /// For a comment of a pull request: the same plan gives the same bytes, so that a comment can be replaced in place.
    /// What would make it too long is left out from the end of the longest blocks, and that is said.
    package func markdown(_ view: PlanView) -> String { PlanMarkdown(document: told(in: view), view: view).text }
}

/// The blocks of a comment, each folded.
private struct PlanMarkdown {
    let document: PlanDocument
    let view: PlanView

    private var summary: PlanDocument.Summary { document.summary }

    var text: String {
        let head = [
            "<!-- esteira plan \(document.pipeline) -->", "### \(view.say("Plan")) `\(document.pipeline)`", "",
            view.say(summary.line), "",
            summaryTable,
        ]
        let blocks = [
            comparisonBlock, workBlock, effectBlock, impactBlock, engineBlock, simulationBlock, unknownBlock,
            findingBlock,
            changeBlock,
        ].filter { !$0.lines.isEmpty }
        var text = head.joined(separator: "\n") + "\n"
        for (index, block) in blocks.enumerated() {
            // Each block may take an even share of what is left, so that the last still find room.
            let room = (PlanDocument.commentLimit - text.count) / (blocks.count - index)
            text += "\n" + block.text(limit: room, view)
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

        /// One without lines is left out.
        static let none = Block(title: "", lines: [])

        func text(limit: Int, _ view: PlanView) -> String {
            let frame = ["<details\(isOpen ? " open" : "")><summary>\(title)</summary>", ""] + before
            var room = limit - frame.joined(separator: "\n").count - 80
            var kept: [String] = []
            for line in lines {
                room -= line.count + 1
                if room < 0 { break }
                kept.append(line)
            }
            let missing = lines.count - kept.count
            let note = missing > 0 ? ["", view.say("\(missing) more lines are left out")] : []
            return (frame + kept + after + note + ["", "</details>"]).joined(separator: "\n") + "\n"
        }
    }

    private var summaryTable: String {
        let names: [Message] = ["to run", "up to date", "destructive", "irreversible", "errors", "warnings"]
        return """
            | \(names.map(view.say).joined(separator: " | ")) |
            |--:|--:|--:|--:|--:|--:|
            | \(summary.toRun) | \(summary.reused) | \(summary.destructive) | \(summary.irreversible) | \(summary.errors) | \(summary.warnings) |
            """
    }

    private var comparisonBlock: Block {
        guard let comparison = document.comparison, let changes = document.changes else { return .none }
        let breaking = changes.count { $0.category == PlanChange.Category.breaking.rawValue }
        return Block(
            title: view.say(
                "Changed against \(comparison.base.inMarkdownCell): \(changes.count), \(breaking) breaking, \(comparison.unchanged) unchanged"
            ),
            isOpen: breaking > 0, before: header(["change", "category", "what", "columns", "reaches", "where"]),
            lines: changes.rows(view).map(tableRow))
    }

    private var workBlock: Block {
        let rows = document.tasks.filter { $0.actions != [.reuse] }.map { task in
            tableRow([
                code(task.symbol), code(task.id), task.rowsIn.text, task.rowsOut.text, task.mode,
                task.whyWords, code(task.source.text),
            ])
        }
        return Block(
            title: view.say("Work: \(summary.toRun) of \(document.tasks.count) tasks"), isOpen: true,
            before: [
                header(["", "task", "rows in", "rows out", "mode", "why", "where"])[0], "|---|---|--:|--:|---|---|---|",
            ],
            lines: rows)
    }

    private var impactBlock: Block {
        guard let impacts = document.impacts else { return .none }
        return printed("Sink impact: \(impacts.count) tables", \.impactLines)
    }

    private var engineBlock: Block {
        guard let plans = document.enginePlans else { return .none }
        return printed("Engine plans: \(plans.count)", \.engineLines)
    }

    private var simulationBlock: Block {
        guard let simulation = document.simulation else { return .none }
        let stopped = simulation.tasks.count { $0.outcome != .done }
        let words: Message = stopped == 0 ? "" : ": \(stopped) tasks would not be done"
        return printed("Simulated on \(simulation.rows.grouped) generated rows\(words)", \.simulationLines)
    }

    /// Lines as a terminal shows them, without their heading.
    private func printed(_ title: Message, _ lines: KeyPath<PlanText, [String]>) -> Block {
        var view = view
        view.style = TextStyle()
        view.style.width = .max
        let shown = PlanText(document: document, view: view)[keyPath: lines].dropFirst()
        return Block(title: view.say(title), before: ["```text"], lines: Array(shown), after: ["```"])
    }

    private var effectBlock: Block {
        let rows = document.effects.map { effect in
            tableRow([
                code(effect.symbol), effect.target.kind.rawValue, code(effect.target.name), effect.words,
                effect.locks.joined(separator: ", "),
                effect.reversible.possible ? view.say("yes") : effect.reversible.words,
            ])
        }
        return Block(
            title: view.say("Effects: \(document.effects.count), \(summary.destructive) destructive"),
            before: header(["", "where", "what", "change", "lock", "undone"]), lines: rows)
    }

    private var unknownBlock: Block {
        Block(
            title: view.say("Not known yet: \(document.unknowns.count)"),
            lines: document.unknowns.map {
                "- \($0.what.inMarkdownCell): \(view.say("known after \(code($0.knownAfter))"))"
            })
    }

    private var findingBlock: Block {
        Block(
            title: view.say("Findings: \(summary.errors) errors, \(summary.warnings) warnings"),
            isOpen: summary.errors > 0,
            lines: document.diagnostics.map {
                "- \($0.severity) \(code($0.code)) \($0.message.inMarkdownCell) \(code($0.source.text))"
            })
    }

    private var changeBlock: Block {
        let statements = document.effects.flatMap { effect in effect.objects.map { $0.sql + ";" } }
        return Block(
            title: view.say("Changes of tables"), before: statements.isEmpty ? [] : ["```sql"], lines: statements,
            after: statements.isEmpty ? [] : ["```"])
    }

    private func header(_ names: [Message]) -> [String] {
        [
            "|" + names.map { " \(view.say($0)) ".replacing("  ", with: " ") }.joined(separator: "|") + "|",
            "|" + names.map { _ in "---" }.joined(separator: "|") + "|",
        ]
    }

    private func tableRow(_ cells: [String]) -> String { "| \(cells.map(\.inMarkdownCell).joined(separator: " | ")) |" }

    private func code(_ text: String) -> String { "`\(text)`" }
}

extension String {
    /// Neither ends a cell nor a line of a Markdown table.
    fileprivate var inMarkdownCell: String { replacing("|", with: "\\|").replacing("\n", with: " ") }
}
