import Reporting

extension PlanText {
    /// What has changed against a revision; nothing where none was asked for.
    var changeLines: [String] {
        guard let comparison = document.comparison else { return [] }
        let changes = document.changes ?? []
        var table = FittedColumns([.left, .left, .left, .left], steps: [.shorten(3), .drop(3)])
        var symbols: [String?] = []
        func add(_ line: String) {
            table.add(line: view.marked(line))
            symbols.append(nil)
        }
        if let note = comparison.note { add("  \(note)") }
        for change in changes {
            let isLong = change.words.count > 60
            let words = isLong ? change.what : change.words
            table.add(
                ["  \(change.symbol) \(change.subject)", change.categoryWords, words, change.source?.text ?? ""].map(view.marked))
            symbols.append(change.symbol)
            if isLong {
                if let before = change.before { add("      - \(shortened(before))") }
                if let after = change.after { add("      + \(shortened(after))") }
            }
            reachLines(change).forEach(add)
        }
        let unchanged = "  \(comparison.unchanged) unchanged"
        let lines = zip(table.lines(width: width), symbols).map { line, symbol in symbol.map { coloured(line, $0) } ?? line }
        return [bold("Changed against \(comparison.base)")] + lines + [unchanged]
    }

    /// Where the values of other datasets and tables change.
    private func reachLines(_ change: PlanDocument.Difference) -> [String] {
        guard !change.reaches.isEmpty else { return [] }
        let own = change.columns.isEmpty ? "" : "\(named(change.columns)) "
        let line = "      changes \(own)→ \(change.reaches.map { "\($0.subject) (\(named($0.columns)))" }.joined(separator: ", "))"
        guard line.count > width else { return [line] }
        return ["      changes \(own.isEmpty ? "" : String(own.dropLast()))"] + change.reaches.map { "        → \($0.subject) (\(named($0.columns)))" }
    }

    private func named(_ columns: [String]) -> String {
        guard columns.count > 4, !view.showsAll, !view.isVerbose else { return columns.joined(separator: ", ") }
        return columns.prefix(3).joined(separator: ", ") + " and \(columns.count - 3) more"
    }

    private func shortened(_ text: String) -> String {
        let room = max(40, min(width, 400) - 10)
        return view.isVerbose || view.showsAll || text.count <= room ? text : text.prefix(room - 1) + "…"
    }
}

extension PlanDocument {
    /// Rows of a Markdown table: change, category, what, columns, reaches, where.
    var changeRows: [[String]] {
        (changes ?? []).map { change in
            [
                "`\(change.symbol)` `\(change.subject)`", change.categoryWords, change.words, change.columns.joined(separator: ", "),
                change.reaches.map { "`\($0.subject)`: \($0.columns.joined(separator: ", "))" }.joined(separator: "; "),
                change.source.map { "`\($0.text)`" } ?? "",
            ]
        }
    }
}
