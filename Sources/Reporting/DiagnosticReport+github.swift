extension DiagnosticReport {
    /// Workflow commands, errors first: only a limited number is shown for each step.
    var githubCommands: String {
        Severity.allCases.reversed().flatMap { severity in
            diagnostics.filter { $0.severity == severity }.map { githubCommand($0) + "\n" }
        }.joined()
    }

    private func githubCommand(_ finding: Diagnostic) -> String {
        let span = finding.span
        var properties = [("file", span.file), ("line", "\(span.start.line)"), ("endLine", "\(span.end.line)")]
        // Columns are refused for an annotation of several lines.
        if span.start.line == span.end.line {
            properties += [("col", "\(span.start.column)"), ("endColumn", "\(span.end.column)")]
        }
        properties.append(("title", "\(finding.rule.code) \(finding.rule.name)"))
        let listed = properties.map { "\($0.0)=\(escapedProperty($0.1))" }.joined(separator: ",")
        return "::\(finding.severity.githubCommand) \(listed)::\(escapedMessage(lines(of: finding)))"
    }
}

private func escapedMessage(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
        switch scalar {
        case "%": escaped += "%25"
        case "\r": escaped += "%0D"
        case "\n": escaped += "%0A"
        default: escaped.unicodeScalars.append(scalar)
        }
    }
}

private func escapedProperty(_ text: String) -> String {
    escapedMessage(text).unicodeScalars.reduce(into: "") { escaped, scalar in
        switch scalar {
        case ":": escaped += "%3A"
        case ",": escaped += "%2C"
        default: escaped.unicodeScalars.append(scalar)
        }
    }
}

extension DiagnosticReport {
    /// A finding's message, its notes with their places and the help, a line each.
    func lines(of finding: Diagnostic) -> String {
        let notes = finding.notes.map {
            "\(language.text("note")): \($0.message)" + $0.span.enclosed(by: " (", and: ")")
        }
        let help = finding.help.map { "\(language.text("help")): \($0)" }
        return (["\(finding.message)"] + notes + [help].compactMap(\.self)).joined(separator: "\n")
    }
}

extension Severity {
    fileprivate var githubCommand: String {
        switch self {
        case .hint: "notice"
        case .warning: "warning"
        case .error: "error"
        }
    }
}
