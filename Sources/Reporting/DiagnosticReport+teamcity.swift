extension DiagnosticReport {
    /// Service messages of TeamCity: each rule that fired as an inspection type, then the findings. Hints are weak there.
    var teamcityMessages: String {
        let fired = Set(diagnostics.map(\.rule)).sorted { $0.code < $1.code }
        let types = fired.map { rule in
            teamcityMessage(
                "inspectionType",
                [
                    ("id", rule.code), ("name", "\(rule.code) \(rule.name)"), ("category", "Esteira"),
                    ("description", rule.summary),
                ])
        }
        let findings = diagnostics.map { finding in
            teamcityMessage(
                "inspection",
                [
                    ("typeId", finding.rule.code), ("message", lines(of: finding)), ("file", finding.span.file),
                    ("line", "\(finding.span.start.line)"), ("SEVERITY", finding.severity.teamcityWord),
                ])
        }
        return (types + findings).joined()
    }
}

extension Severity {
    fileprivate var teamcityWord: String {
        switch self {
        case .error: "ERROR"
        case .warning: "WARNING"
        case .hint: "WEAK WARNING"
        }
    }
}

private func teamcityMessage(_ name: String, _ attributes: [(String, String)]) -> String {
    let written = attributes.map { " \($0.0)='\(teamcityEscaped($0.1))'" }.joined()
    return "##teamcity[\(name)\(written)]\n"
}

/// A vertical bar stands before what would end a value, and before the number of what is not ASCII.
private func teamcityEscaped(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { escaped, scalar in
        switch scalar {
        case "'", "|", "[", "]": escaped += "|\(scalar)"
        case "\n": escaped += "|n"
        case "\r": escaped += "|r"
        default:
            if scalar.isASCII {
                escaped.unicodeScalars.append(scalar)
            } else {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    escaped += "|0x" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            }
        }
    }
}
