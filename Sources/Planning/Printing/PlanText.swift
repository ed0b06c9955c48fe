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
            case nil: [headerLines, changeLines, workLines, effectLines, impactLines, simulationLines, unknownLines, findingLines, footerLines]
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
        PlanText.lines(self, view).joined(separator: "\n") + "\n"
    }

    /// Five lines: what, from what, work, effects, findings.
    package func summaryText(_ view: PlanView) -> String {
        let text = PlanText(document: self, view: view)
        let lakeCount = effects.count { $0.target.kind == .file || $0.target.kind == .lake }
        let tables = effects.count - lakeCount
        return ([text.title]
            + [
                "config    \(text.configWords)",
                "work      \(summary.toRun) to run, \(summary.reused) reused, \(summary.blocked) blocked",
                "effects   \(lakeCount) \(lakeCount == 1 ? "file" : "files"), \(tables) \(tables == 1 ? "table" : "tables"), "
                    + "\(summary.destructive) destructive, \(summary.irreversible) irreversible",
                "findings  \(summary.errors) errors, \(summary.warnings) warnings",
            ]).map(view.marked).joined(separator: "\n") + "\n"
    }
}
