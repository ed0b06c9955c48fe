extension DiagnosticReport {
    /// `path:line:column: error[EST1001]: message (help)`, one line a finding.
    var concise: String {
        diagnostics.map { finding in
            let help = finding.help.map { " (\($0))" } ?? ""
            let line = "\(finding.span): \(finding.severity.label)[\(finding.rule.code)]: \(finding.message)\(help)"
            return printable(line, isASCII: false) + "\n"
        }.joined()
    }
}
