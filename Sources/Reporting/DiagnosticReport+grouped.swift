/// What findings are told together by.
package enum FindingGroup: String, CaseIterable, Sendable {
    case file, rule, severity
}

extension DiagnosticReport {
    /// Groups of findings, each below its name, then the summary.
    func grouped(_ style: TextStyle, by grouping: FindingGroup) -> String {
        var text = ""
        for group in groups(by: grouping) {
            text += style.painted(printable(group.title, isASCII: style.isASCII), .bold) + "\n"
            var table = TextTable([grouping == .file ? .right : .left, .left, .left, .left])
            for finding in group.findings {
                let place = "\(finding.span.start.line):\(finding.span.start.column)"
                let help = finding.help.enclosed(by: " (", and: ")")
                let message = printable("\(finding.message)\(help)", isASCII: style.isASCII)
                let severity = language.text(finding.severity.word)
                let cells =
                    switch grouping {
                    case .file: [place, severity, finding.rule.code, message]
                    case .rule: ["\(finding.span.file):\(place)", severity, message]
                    case .severity: ["\(finding.span.file):\(place)", finding.rule.code, message]
                    }
                table.add(cells)
            }
            text += table.lines(indent: 2).map { $0 + "\n" }.joined() + "\n"
        }
        return text + (summaryLine ?? countLine) + "\n"
    }

    /// By file and by rule in the order of their names, by severity the gravest first; findings stay in their order.
    func groups(by grouping: FindingGroup) -> [(title: String, findings: [Diagnostic])] {
        switch grouping {
        case .file:
            return Dictionary(grouping: diagnostics, by: \.span.file).sorted { $0.key < $1.key }.map {
                ($0.key, $0.value)
            }
        case .rule:
            return Dictionary(grouping: diagnostics, by: \.rule).sorted { $0.key.code < $1.key.code }.map {
                rule, findings in
                ("\(rule.code) \(rule.name)", findings)
            }
        case .severity:
            return Severity.allCases.reversed().compactMap { severity in
                let findings = diagnostics.filter { $0.severity == severity }
                return findings.isEmpty ? nil : (language.text(counted(findings.count, Countable(severity))), findings)
            }
        }
    }
}
