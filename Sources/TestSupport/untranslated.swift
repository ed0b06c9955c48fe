package import Reporting

/// The English templates in findings that a language has no translation of, each once, sorted.
package func untranslated(_ findings: [Diagnostic], into language: Language) -> [String] {
    let messages = findings.flatMap { finding in
        [finding.message] + finding.notes.map(\.message) + [finding.help, finding.fix?.title].compactMap(\.self)
    }
    let templates = Set(messages.flatMap(\.templates)).subtracting(language.translatedTemplates)
    return templates.filter { $0.replacing(#/\{\d+\}/#, with: "").contains(where: \.isLetter) }.sorted()
}
