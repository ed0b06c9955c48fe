/// The record behind a diagnostic: `explain`, reference pages, SARIF help and the tests are views of it.
///
/// One file a rule: `Rules/Rule+NAME.swift` of the module whose code finds it, listed once in that module's array.
package struct Rule: Sendable {
    /// `EST` and four digits, of which the first is the family, stable for ever; `X`, letters and digits of a project's own.
    package let code: String
    /// Kebab case; accepted wherever the code is.
    package let name: String
    package let severity: Severity
    package let scope: Scope
    /// How far a fix that comes with its findings can be trusted; nil where there is none.
    package let fix: Fix.Applicability?
    /// The version it came with; nil: it is a rule of the project.
    package let since: String?
    /// What it finds, in one sentence.
    package let summary: String
    /// Why it matters and what to do: two or three sentences.
    package let explanation: String
    /// Thresholds and patterns that a project may set.
    package let options: [RuleOption]
    /// Files that fire the rule just once, at the place between `⟦` and `⟧`, and the same put right.
    package let bad: RuleExample?
    package let good: RuleExample?
    /// Why there is no example: what it would take.
    package let unshown: String?
    /// Whether what its findings point at must not be shown.
    package let hidesText: Bool

    /// What finding it takes.
    package enum Scope: String, Sendable, CaseIterable {
        case file, project
        /// Columns and their types; those of `sql` steps need an engine.
        case types
        /// What is really there: databases, files of the lake, runs.
        case online
    }

    package init(
        _ code: String, _ name: String, _ severity: Severity = .error, scope: Scope = .file,
        fix: Fix.Applicability? = nil, since: String? = "0.1.0", summary: String, explanation: String,
        options: [RuleOption] = [], bad: RuleExample? = nil, good: RuleExample? = nil, unshown: String? = nil,
        hidesText: Bool = false
    ) {
        self.code = code
        self.name = name
        self.severity = severity
        self.scope = scope
        self.fix = fix
        self.since = since
        self.summary = summary
        self.explanation = explanation
        self.options = options
        self.bad = bad
        self.good = good
        self.unshown = unshown
        self.hidesText = hidesText
    }
}

extension Rule: Hashable {
    package static func == (a: Rule, b: Rule) -> Bool { a.code == b.code }

    package func hash(into hasher: inout Hasher) { hasher.combine(code) }
}
