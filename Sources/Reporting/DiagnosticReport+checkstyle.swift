extension DiagnosticReport {
    /// Checkstyle's XML: a `file` for each file with findings.
    var checkstyle: String {
        var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#, #"<checkstyle version="4.3">"#]
        let byFile = Dictionary(grouping: diagnostics, by: \.span.file)
        for (file, findings) in byFile.sorted(by: { $0.key < $1.key }) {
            lines.append("  <file name=\"\(escapedXML(file))\">")
            lines += findings.map(checkstyleError)
            lines.append("  </file>")
        }
        return (lines + ["</checkstyle>"]).joined(separator: "\n") + "\n"
    }

    private func checkstyleError(_ finding: Diagnostic) -> String {
        let start = finding.span.start
        let severity = finding.severity == .hint ? "info" : finding.severity.label
        return "    <error line=\"\(start.line)\" column=\"\(start.column)\" severity=\"\(severity)\""
            + " message=\"\(escapedXML(lines(of: finding)))\" source=\"esteira.\(finding.rule.code)\"/>"
    }
}
