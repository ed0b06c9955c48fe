extension DiagnosticReport {
    /// `path:line:column: error[EST1001]: message (help)`, one line a finding.
    var concise: String {
        diagnostics.map { finding in
            let help = finding.help.enclosed(by: " (", and: ")")
            let line =
                "\(finding.span): \(language.text(finding.severity.word))[\(finding.rule.code)]: \(finding.message)\(help)"
            return printable(line, isASCII: false) + "\n"
        }.joined()
    }
}
