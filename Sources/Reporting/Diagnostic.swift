/// Something about a person's project: what, where, how bad, and the way out.
package struct Diagnostic: Hashable, Sendable {
    package var rule: Rule
    package var severity: Severity
    /// One phrase, lower case, names in quotes, no secret.
    package var message: Message
    package var span: Span
    /// Further places that explain the message: "first defined here".
    package var notes: [Note]
    /// What to do about it: "did you mean 'orders'?".
    package var help: Message?
    /// The change of the files that does it, where one is known.
    package var fix: Fix?

    package init(
        _ rule: Rule, _ message: Message, at span: Span, notes: [Note] = [], help: Message? = nil,
        severity: Severity? = nil, fix: Fix? = nil
    ) {
        self.rule = rule
        self.severity = severity ?? rule.severity
        self.message = message
        self.span = span
        self.notes = notes
        self.help = help
        self.fix = fix
    }

    /// By rule and place, which are seldom shared: a message is put together only to be compared.
    package func hash(into hasher: inout Hasher) {
        hasher.combine(rule.code)
        hasher.combine(span)
    }

    package struct Note: Hashable, Sendable {
        package var message: Message
        package var span: Span?

        package init(_ message: Message, at span: Span? = nil) {
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
