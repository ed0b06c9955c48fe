extension DiagnosticReport {
    /// A Code Quality report: an array of issues, each with a fingerprint of its own.
    var gitlabCodeQuality: String {
        let issues = zip(diagnostics, fingerprints).map { finding, fingerprint in
            JSONText.object([
                ("description", .string("\(finding.message)\(finding.help.enclosed(by: " (", and: ")"))")),
                ("check_name", .string("\(finding.rule.code) \(finding.rule.name)")),
                ("fingerprint", .string(fingerprint)),
                ("severity", .string(finding.severity.gitlabLevel)),
                (
                    "location",
                    .object([
                        ("path", .string(finding.span.file)),
                        (
                            "lines",
                            .object([
                                ("begin", .integer(finding.span.start.line)),
                                ("end", .integer(finding.span.end.line)),
                            ])
                        ),
                    ])
                ),
            ])
        }
        return JSONText.array(issues).text(indented: true) + "\n"
    }
}

extension Severity {
    fileprivate var gitlabLevel: String {
        switch self {
        case .hint: "info"
        case .warning: "minor"
        case .error: "major"
        }
    }
}
