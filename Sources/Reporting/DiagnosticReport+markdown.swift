extension DiagnosticReport {
    /// The summary, then a folded table for each file: for comments on changes.
    var markdown: String {
        let line = summaryLine ?? countLine
        let byFile = Dictionary(grouping: diagnostics, by: \.span.file)
        let tables = byFile.sorted { $0.key < $1.key }.map { file, findings in
            let rows = findings.map { finding in
                let help = finding.help.map { markdownCell($0.description) }.led(by: "<br>")
                return
                    "| \(finding.span.start.line) | \(language.text(finding.severity.word)) | \(finding.rule.code) \(finding.rule.name) "
                    + "| \(markdownCell(finding.message.description))\(help) |\n"
            }
            let isOpen = findings.contains { $0.severity == .error } ? " open" : ""
            return """
                <details\(isOpen)><summary>\(markdownCell(file)): \(language.text(counted(findings.count, .finding)))</summary>

                | \(language.text("Line | Severity | Rule | Finding")) |
                |---:|---|---|---|
                \(rows.joined())
                </details>

                """
        }
        return (["### esteira lint\n\n\(line)\n"] + tables).joined(separator: "\n")
    }
}

/// Text in a table's cell that neither ends the cell nor becomes markup.
private func markdownCell(_ text: String) -> String {
    text.reduce(into: "") { cell, character in
        switch character {
        case "|", "\\", "`", "*", "_", "[", "]": cell += "\\\(character)"
        case "&": cell += "&amp;"
        case "<": cell += "&lt;"
        case ">": cell += "&gt;"
        case "\n", "\r\n": cell += "<br>"
        default: cell.append(character)
        }
    }
}
