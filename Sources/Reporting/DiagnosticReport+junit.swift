extension DiagnosticReport {
    /// A suite for each file: a failed case for each error, a passed one for each lesser finding,
    /// and one passed case for a file without findings, so that a pass is visible.
    var junit: String {
        let byFile = Dictionary(grouping: diagnostics, by: \.span.file)
        let files = Set(byFile.keys).union(sources.keys).sorted()
        var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
        lines.append("<testsuites name=\"esteira\"\(countAttributes(diagnostics, files.count { byFile[$0] == nil }))>")
        for file in files {
            let findings = byFile[file, default: []]
            let suite = escapedXML(file)
            lines.append("  <testsuite name=\"\(suite)\"\(countAttributes(findings, findings.isEmpty ? 1 : 0))>")
            if findings.isEmpty { lines.append("    <testcase classname=\"\(suite)\" name=\"lint\"/>") }
            lines += findings.flatMap { testCase($0, suite: suite) }
            lines.append("  </testsuite>")
        }
        return lines.joined(separator: "\n") + "\n</testsuites>\n"
    }

    private func testCase(_ finding: Diagnostic, suite: String) -> [String] {
        let start = finding.span.start
        let name = escapedXML("\(finding.rule.code) \(finding.rule.name) \(start.line):\(start.column)")
        let text = escapedXML("\(finding.span): \(lines(of: finding))")
        let body =
            finding.severity == .error
            ? "<failure type=\"\(finding.rule.code)\" message=\"\(escapedXML(finding.message.description))\">\(text)</failure>"
            : "<system-out>\(finding.severity.label): \(text)</system-out>"
        return ["    <testcase classname=\"\(suite)\" name=\"\(name)\">", "      \(body)", "    </testcase>"]
    }
}

private func countAttributes(_ findings: [Diagnostic], _ passed: Int) -> String {
    " tests=\"\(findings.count + passed)\" failures=\"\(findings.count { $0.severity == .error })\""
}
