package import Kinds
package import Reporting

/// Which rules are looked for, how grave they are, and where they are left out.
package struct RuleSelection: Sendable {
    /// Empty selects all.
    package var select: [RuleSelector] = []
    package var ignore: [RuleSelector] = []
    package var perFileIgnores: [(pattern: PathPattern, selectors: [RuleSelector])] = []
    /// Of selectors that are equally exact, the last wins.
    package var severities: [(selector: RuleSelector, severity: Severity)] = []

    package init() {}

    /// Of all selectors that name the rule the most exact one decides; of two equally exact ones, `ignore`.
    package func includes(_ rule: Rule) -> Bool {
        let selected = select.isEmpty ? 0 : exactness(of: rule, in: select)
        guard let selected else { return false }
        guard let ignored = exactness(of: rule, in: ignore) else { return true }
        return selected > ignored
    }

    package func includes(_ finding: Diagnostic) -> Bool {
        includes(finding.rule)
            && !perFileIgnores.contains { pattern, selectors in
                selectors.contains { $0.names(finding.rule) } && pattern.matches(finding.span.file)
            }
    }

    /// Whether a person asked for just this rule, or for its family.
    package func asksFor(_ rule: Rule) -> Bool {
        guard let exactness = exactness(of: rule, in: select) else { return false }
        return exactness > 0 && includes(rule)
    }

    /// Nil where the rule keeps its own.
    package func severity(of rule: Rule) -> Severity? {
        var best: (exactness: Int, severity: Severity?) = (0, nil)
        for (selector, severity) in severities where selector.names(rule) && selector.exactness >= best.exactness {
            best = (selector.exactness, severity)
        }
        return best.severity
    }

    private func exactness(of rule: Rule, in selectors: [RuleSelector]) -> Int? {
        selectors.filter { $0.names(rule) }.map(\.exactness).max()
    }
}
