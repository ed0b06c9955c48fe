package import Reporting
package import Testing

/// What a test says about one finding: `.error("1️⃣", "EST1001", "unknown key 'schedul'")`.
///
/// An expectation without `help` says nothing about the help.
package struct ExpectedDiagnostic: Sendable {
    package var marker: Character
    package var severity: Severity
    package var code: String
    package var message: String
    package var help: String?

    package static func error(
        _ marker: Character,
        _ code: String,
        _ message: String,
        help: String? = nil
    ) -> ExpectedDiagnostic {
        ExpectedDiagnostic(marker: marker, severity: .error, code: code, message: message, help: help)
    }

    package static func warning(
        _ marker: Character,
        _ code: String,
        _ message: String,
        help: String? = nil
    ) -> ExpectedDiagnostic {
        ExpectedDiagnostic(marker: marker, severity: .warning, code: code, message: message, help: help)
    }

    package static func hint(
        _ marker: Character,
        _ code: String,
        _ message: String,
        help: String? = nil
    ) -> ExpectedDiagnostic {
        ExpectedDiagnostic(marker: marker, severity: .hint, code: code, message: message, help: help)
    }
}

/// Expects exactly these findings, word for word, each starting (and, with a second marker, ending) at its mark.
package func expectDiagnostics(
    _ found: [Diagnostic],
    in text: MarkedText,
    _ expected: [ExpectedDiagnostic],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    for problem in differences(found, in: text, expected) {
        Issue.record(Comment(rawValue: problem), sourceLocation: sourceLocation)
    }
}

/// The same for findings collected by a pass.
package func expectDiagnostics(
    _ found: Diagnostics,
    in text: MarkedText,
    _ expected: [ExpectedDiagnostic],
    sourceLocation: SourceLocation = #_sourceLocation
) {
    expectDiagnostics(found.sorted, in: text, expected, sourceLocation: sourceLocation)
}

/// What is missing and what nobody expected, one line each; empty when all is as expected.
package func differences(
    _ found: [Diagnostic],
    in text: MarkedText,
    _ expected: [ExpectedDiagnostic]
) -> [String] {
    var left = found
    var problems: [String] = []
    for expectation in expected {
        if let index = left.firstIndex(where: { expectation.isMet($0, in: text) }) {
            left.remove(at: index)
        } else {
            problems.append("missing: \(expectation.line)")
        }
    }
    return problems + left.map { "unexpected: \($0.described(in: text))" }
}

extension ExpectedDiagnostic {
    fileprivate func isMet(_ diagnostic: Diagnostic, in text: MarkedText) -> Bool {
        guard let place = text.span(marker), diagnostic.span.start == place.start else { return false }
        let endsThere = text.places[marker]?.count == 1 || diagnostic.span.end == place.end
        return endsThere && diagnostic.severity == severity && diagnostic.rule.code == code
            && diagnostic.message.description == message && (help == nil || diagnostic.help?.description == help)
    }

    fileprivate var line: String {
        "\(marker) \(severity.rawValue) \(code) \(message)\(help.enclosed(by: " (help: ", and: ")"))"
    }
}

extension Diagnostic {
    fileprivate func described(in text: MarkedText) -> String {
        let place = text.marker(at: span.start.offset).map(String.init)
        let end = "\(span.end.line):\(span.end.column)"
        return "\(place.led(by: "")) \(severity.rawValue) \(rule.code) \(message)"
            + "\(help.enclosed(by: " (help: ", and: ")")) at \(span) to \(end)"
    }
}
