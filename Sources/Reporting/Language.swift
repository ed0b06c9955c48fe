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
    package func wording(of rule: Rule) -> RuleText? { rules[rule.code] }

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

extension Language {
    /// Whether it is the one that the sources are written in, so that nothing has to be translated.
    fileprivate var isOfSources: Bool { templates.isEmpty && rules.isEmpty }
}

extension Message {
    /// The same as text of one language, which cannot be translated any more.
    package func translated(into language: Language) -> Message {
        language.isOfSources ? self : Message(language.text(self))
    }
}

extension Rule {
    /// The same with what it says about itself in another language.
    package func translated(into language: Language) -> Rule {
        guard let text = language.wording(of: self) else { return self }
        return Rule(
            code,
            name,
            severity,
            scope: scope,
            fix: fix,
            since: since,
            summary: text.summary,
            explanation: text.explanation,
            options: options,
            bad: bad,
            good: good,
            unshown: unshown,
            hidesText: hidesText
        )
    }
}

extension Diagnostic {
    package func translated(into language: Language) -> Diagnostic {
        guard !language.isOfSources else { return self }
        var finding = self
        finding.message = message.translated(into: language)
        finding.notes = notes.map { Note($0.message.translated(into: language), at: $0.span) }
        finding.help = help?.translated(into: language)
        if let fix { finding.fix?.title = fix.title.translated(into: language) }
        return finding
    }
}
