extension DiagnosticReport {
    /// Each file's findings below its path, then the summary.
    func grouped(_ style: TextStyle) -> String {
        var text = ""
        let byFile = Dictionary(grouping: diagnostics, by: \.span.file)
        for (file, findings) in byFile.sorted(by: { $0.key < $1.key }) {
            text += style.painted(printable(file, isASCII: style.isASCII), .bold) + "\n"
            var table = TextTable([.right, .left, .left, .left])
            for finding in findings {
                let place = "\(finding.span.start.line):\(finding.span.start.column)"
                let help = finding.help.enclosed(by: " (", and: ")")
                let message = printable("\(finding.message)\(help)", isASCII: style.isASCII)
                table.add([place, language.text(finding.severity.word), finding.rule.code, message])
            }
            text += table.lines(indent: 2).map { $0 + "\n" }.joined() + "\n"
        }
        return text + (summaryLine ?? countLine) + "\n"
    }
}
