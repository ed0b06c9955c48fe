import Reporting

extension PlanText {
    /// What has changed against a revision; nothing where none was asked for.
    var changeLines: [String] {
        guard let comparison = document.comparison, let changes = document.changes else { return [] }
        var table = FittedColumns([.left, .left, .left, .left], steps: [.shorten(3), .drop(3)])
        var symbols: [String?] = []
        func add(_ line: String) {
            table.add(line: view.marked(line))
            symbols.append(nil)
        }
        if let note = comparison.note { add("  \(note)") }
        for change in changes {
            let words = change.words(view)
            let isLong = words.count > 60
            table.add(
                [
                    "  \(change.symbol) \(change.subject)", change.categoryWords(view),
                    isLong ? change.told(view) : words,
                ].map(view.marked),
                place: change.source.map { view.marked($0.text) })
            symbols.append(change.symbol)
            if isLong {
                if let before = change.before { add("      - \(shortened(before))") }
                if let after = change.after { add("      + \(shortened(after))") }
            }
            reachLines(change).forEach(add)
        }
        let unchanged = view.say("  \(comparison.unchanged) unchanged")
        let lines = zip(table.lines(width: width), symbols).map { line, symbol in
            symbol.map { coloured(line, $0) } ?? line
        }
        return [bold(view.say("Changed against \(comparison.base)"))] + lines + [unchanged]
    }

    /// Where the values of other datasets and tables change.
    private func reachLines(_ change: PlanDocument.Difference) -> [String] {
        guard !change.reaches.isEmpty else { return [] }
        let own = "      \(view.say("changes")) \(view.listed(change.columns))"
        let line =
            "\(own)\(change.columns.isEmpty ? "" : " ")→ \(change.reaches.map { "\($0.subject) (\(view.listed($0.columns)))" }.joined(separator: ", "))"
        guard line.count > width else { return [line] }
        return [own] + change.reaches.map { "        → \($0.subject) (\(view.listed($0.columns)))" }
    }

    private func shortened(_ text: String) -> String {
        view.isVerbose || view.showsAll ? text : text.cut(to: max(40, min(width, 400) - 10))
    }
}

extension [PlanDocument.Difference] {
    /// Rows of a Markdown table: change, category, what, columns, reaches, where.
    func rows(_ view: PlanView) -> [[String]] {
        map { change in
            [
                "`\(change.symbol)` `\(change.subject)`", change.categoryWords(view), change.words(view),
                change.columns.joined(separator: ", "),
                change.reaches.map { "`\($0.subject)`: \($0.columns.joined(separator: ", "))" }.joined(separator: "; "),
                (change.source?.text).enclosed(by: "`", and: "`"),
            ]
        }
    }
}
