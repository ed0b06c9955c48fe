package import Reporting

/// What names rules: a code (`EST3012`), the beginning of codes (`EST3`, `X`), a name (`csv-null-ambiguity`) or `all`.
package struct RuleSelector: Hashable, Sendable {
    /// Codes of the rules it names.
    package let codes: Set<String>
    /// How exact it is: the more digits, the more exact; `all` is 0.
    package let exactness: Int

    /// Nil where it names no rule.
    package init?(_ text: String, among rules: [Rule]) {
        let code = text.uppercased()
        if text.lowercased() == "all" {
            codes = Set(rules.map(\.code))
            exactness = 0
        } else if let rule = rules.first(where: { $0.name == text || $0.code == code }) {
            codes = [rule.code]
            exactness = .max
        } else if code.hasPrefix("EST") || code.hasPrefix("X") {
            codes = Set(rules.map(\.code).filter { $0.hasPrefix(code) })
            exactness = code.count
        } else {
            return nil
        }
        if codes.isEmpty { return nil }
    }

    package func names(_ rule: Rule) -> Bool { codes.contains(rule.code) }
}

/// The rule a code or a name stands for, also where it was removed; nil for what is neither.
func rule(named text: String, among rules: [Rule]) -> Rule? {
    let code = text.uppercased()
    return rules.first { $0.code == code || $0.name == text }
}

/// What a person most likely meant by a selector that names no rule.
package func closestSelector(to text: String, among rules: [Rule]) -> String? {
    closestName(to: text, among: rules.map(\.code) + rules.map(\.name))
}
