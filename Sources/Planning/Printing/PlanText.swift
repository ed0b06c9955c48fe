import Reporting

/// A plan for a person at a terminal. The same plan and view give the same bytes.
struct PlanText {
    let document: PlanDocument
    let view: PlanView
    var folding = Folding.none

    /// How much is told together, from nothing to most.
    enum Folding: Int, CaseIterable, Comparable {
        case none
        /// Files that come about alike.
        case effects
        /// Tasks of a wave that do the same for the same reason.
        case groups
        /// Such tasks, whatever their wave.
        case waves
        /// Of what was simulated, asked and explained, what is notable alone.
        case notable
        /// Of that the counts, and what would stop a run.
        case counts

        static func < (a: Folding, b: Folding) -> Bool { a.rawValue < b.rawValue }
    }

    var width: Int { view.style.width }

    /// The least folded form that fits the screen.
    static func lines(_ document: PlanDocument, _ view: PlanView) -> [String] {
        var lines: [String] = []
        for folding in Folding.allCases {
            lines = PlanText(document: document, view: view, folding: folding).lines
            if view.showsAll || view.isVerbose || view.showsSQL || lines.count <= PlanView.budget { break }
        }
        return lines
    }

    private var lines: [String] {
        let parts: [[String]] =
            switch view.only {
            case nil:
                [
                    headerLines, changeLines, workLines, effectLines, impactLines, engineLines, simulationLines,
                    unknownLines, findingLines, footerLines,
                ]
            case .changed: [titleLines, changeLines, workLines, [summaryLine]]
            case .effects: [titleLines, effectLines, impactLines, [summaryLine]]
            case .destructive: [titleLines, destructiveLines, [summaryLine]]
            case .findings: [titleLines, findingLines, [summaryLine]]
            }
        let statements = view.showsSQL ? [statementLines] : []
        let all = view.only == nil ? parts.dropLast() + statements + [footerLines] : parts + statements
        return Array(all.filter { !$0.isEmpty }.joined(separator: [""]))
    }
}

extension PlanDocument {
    package func text(_ view: PlanView) -> String {
        PlanText.lines(told(in: view), view).joined(separator: "\n") + "\n"
    }

    /// Five lines: what, from what, work, effects, findings.
    package func summaryText(_ view: PlanView) -> String {
        let text = PlanText(document: self, view: view)
        let lakeCount = effects.count { $0.target.kind == .file || $0.target.kind == .lake }
        let tables = effects.count - lakeCount
        let (files, tablesWords): (Message, Message) = (
            lakeCount == 1 ? "1 file" : "\(lakeCount) files", tables == 1 ? "1 table" : "\(tables) tables"
        )
        let waiting: Message = summary.waiting > 0 ? ", \(summary.waiting) waiting" : ""
        let skipped: Message = summary.skipped > 0 ? ", \(summary.skipped) left out" : ""
        let rows: [(Message, Message)] = [
            ("config", Message(text.configWords)),
            (
                "work",
                "\(summary.toRun) to run, \(summary.reused) reused\(waiting), \(summary.blocked) blocked\(skipped)"
            ),
            (
                "effects",
                "\(files), \(tablesWords), \(summary.destructive) destructive, \(summary.irreversible) irreversible"
            ), ("findings", "\(summary.errors) errors, \(summary.warnings) warnings"),
        ]
        var table = TextTable([.left, .left])
        for (name, words) in rows { table.add([view.say(name), view.say(words)]) }
        return ([text.title] + table.lines()).map(view.marked).joined(separator: "\n") + "\n"
    }
}
