/// The record behind a diagnostic: `explain`, reference pages and SARIF help are views of it.
///
/// A rule is declared beside the code that finds it, as a `static let` in an extension of `Rule`,
/// and listed once in its module's `rules` array.
package struct Rule: Sendable {
    /// `EST` and four digits; the first digit is the family. Stable for ever.
    package let code: String
    /// Kebab case; accepted wherever the code is.
    package let name: String
    package let severity: Severity
    /// What it finds, in one sentence.
    package let summary: String
    /// Why it matters and what to do: two or three sentences.
    package let explanation: String
    /// YAML that fires the rule, and the same put right.
    package let bad: String?
    package let good: String?

    package init(
        _ code: String, _ name: String, _ severity: Severity = .error, summary: String, explanation: String,
        bad: String? = nil, good: String? = nil
    ) {
        self.code = code
        self.name = name
        self.severity = severity
        self.summary = summary
        self.explanation = explanation
        self.bad = bad
        self.good = good
    }
}

extension Rule: Hashable {
    package static func == (a: Rule, b: Rule) -> Bool { a.code == b.code }

    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
