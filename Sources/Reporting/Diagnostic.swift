/// Something about a person's project: what, where, how bad, and the way out.
package struct Diagnostic: Hashable, Sendable {
    package var rule: Rule
    package var severity: Severity
    /// One phrase, lower case, names in quotes, no secret.
    package var message: String
    package var span: Span
    /// Further places that explain the message: "first defined here".
    package var notes: [Note]
    /// What to do about it: "did you mean 'orders'?".
    package var help: String?

    package init(
        _ rule: Rule, _ message: String, at span: Span, notes: [Note] = [], help: String? = nil,
        severity: Severity? = nil
    ) {
        self.rule = rule
        self.severity = severity ?? rule.severity
        self.message = message
        self.span = span
        self.notes = notes
        self.help = help
    }

    package struct Note: Hashable, Sendable {
        package var message: String
        package var span: Span?

        package init(_ message: String, at span: Span? = nil) {
            self.message = message
            self.span = span
        }
    }
}

package enum Severity: String, Hashable, Sendable, CaseIterable, Comparable {
    case hint
    case warning = "warn"
    case error

    package static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .hint: 0
        case .warning: 1
        case .error: 2
        }
    }
}
