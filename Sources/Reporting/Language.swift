/// A language that Esteira speaks to people; codes, names and keys are the same in all of them.
package struct Language: Sendable {
    /// BCP 47.
    package let code: String
    /// By the English template.
    private let templates: [String: String]
    /// By code.
    private let rules: [String: RuleText]

    package init(_ code: String, templates: [String: String], rules: [String: RuleText]) {
        self.code = code
        self.templates = templates
        self.rules = rules
    }

    /// The wording that the sources are written in.
    package static let english = Language("en", templates: [:], rules: [:])

    /// The template for an English one; nil where there is no translation.
    package func template(for english: String) -> String? { templates[english] }

    /// The English templates that have a translation.
    package var translatedTemplates: Set<String> { Set(templates.keys) }

    package func text(_ message: Message) -> String { message.text { templates[$0] ?? $0 } }

    /// What a rule says about itself; nil where it has not been translated.
    package func text(of rule: Rule) -> RuleText? { rules[rule.code] }

    /// The codes of the rules that have a translation.
    package var translatedRules: Set<String> { Set(rules.keys) }
}

/// What a rule says about itself in one language.
package struct RuleText: Sendable {
    package let summary: String
    package let explanation: String

    package init(_ summary: String, _ explanation: String) {
        self.summary = summary
        self.explanation = explanation
    }
}
