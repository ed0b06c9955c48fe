extension DiagnosticReport {
    /// Logging commands of Azure Pipelines, errors first. Hints have no command there and are left out.
    var azureCommands: String {
        Severity.allCases.reversed().filter { $0 != .hint }.flatMap { severity in
            diagnostics.filter { $0.severity == severity }.map { azureCommand($0) + "\n" }
        }.joined()
    }

    private func azureCommand(_ finding: Diagnostic) -> String {
        let start = finding.span.start
        let properties = [
            ("type", finding.severity.label), ("sourcepath", finding.span.file), ("linenumber", "\(start.line)"),
            ("columnnumber", "\(start.column)"), ("code", finding.rule.code),
        ]
        let listed = properties.map { "\($0.0)=\(azureEscaped($0.1));" }.joined()
        return "##vso[task.logissue \(listed)]\(azureEscaped(lines(of: finding), ends: false))"
    }
}

/// - Parameter ends: whether the text stands in a property, which `;` and `]` would end.
private func azureEscaped(_ text: String, ends: Bool = true) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
        switch scalar {
        case "%": escaped += "%AZP25"
        case "\r": escaped += "%0D"
        case "\n": escaped += "%0A"
        case ";" where ends: escaped += "%3B"
        case "]" where ends: escaped += "%5D"
        default: escaped.unicodeScalars.append(scalar)
        }
    }
}
