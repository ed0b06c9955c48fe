import Configuration
package import Kinds
package import Reporting

/// What the command line asks of a lint, beside what `esteira.yaml` says.
package struct LintRequest: Sendable {
    package var select: [String] = []
    package var ignore: [String] = []
    package var extendSelect: [String] = []
    package var extendIgnore: [String] = []
    /// `EST3011=hint`.
    package var severities: [String] = []

    package init() {}

    package var selectors: [String] { select + ignore + extendSelect + extendIgnore }
}

/// A word of the command line that cannot be understood.
package struct LintUsageError: Error, Hashable, CustomStringConvertible {
    package let message: Message

    package var description: String { message.description }
}

extension RuleSelection {
    /// The command line wins: `--select` takes the place of both lists of the file, `--ignore` of its `ignore`.
    ///
    /// - Parameter found: gets what the file names and no rule is (EST9008).
    package init(
        _ request: LintRequest, over section: LintSection, rules: [Rule], found: inout Diagnostics
    ) throws(LintUsageError) {
        self.init()
        let written = SectionSelectors(section, rules: rules, found: &found)
        select = written.select
        ignore = written.ignore
        if !request.select.isEmpty {
            select = try selectors(request.select, rules)
            ignore = []
        }
        if !request.ignore.isEmpty { ignore = try selectors(request.ignore, rules) }
        let more = try selectors(request.extendSelect, rules)
        // Nothing selected is all, which more would narrow.
        if !select.isEmpty { select += more }
        ignore += try selectors(request.extendIgnore, rules)
        ignore.removeAll { ignored in
            more.contains { $0.exactness >= ignored.exactness && !$0.codes.isDisjoint(with: ignored.codes) }
        }
        perFileIgnores = written.perFileIgnores
        severities =
            try written.severities
            + request.severities.map { text throws(LintUsageError) in
                try ruleSeverity(text, rules)
            }
    }
}

private func selectors(_ texts: [String], _ rules: [Rule]) throws(LintUsageError) -> [RuleSelector] {
    var selectors: [RuleSelector] = []
    for text in texts.flatMap({ $0.split(separator: ",") }) {
        selectors.append(try selector(text.trimmingSpaces, rules))
    }
    return selectors
}

private func selector(_ text: String, _ rules: [Rule]) throws(LintUsageError) -> RuleSelector {
    if let selector = RuleSelector(text, among: rules) { return selector }
    let closest = didYouMean(closestSelector(to: text, among: rules))
    throw LintUsageError(message: "no rule '\(text)'\(closest)")
}

private func ruleSeverity(_ text: String, _ rules: [Rule]) throws(LintUsageError) -> (RuleSelector, Severity) {
    let parts = text.split(separator: "=", maxSplits: 1).map(\.trimmingSpaces)
    guard parts.count == 2, let severity = Severity(rawValue: parts[1]) else {
        throw LintUsageError(message: "'\(text)' is not CODE=SEVERITY, with 'hint', 'warn' or 'error'")
    }
    return (try selector(parts[0], rules), severity)
}

/// The selectors of `lint:`; what names no rule is reported and left out.
private struct SectionSelectors {
    var select: [RuleSelector] = []
    var ignore: [RuleSelector] = []
    var perFileIgnores: [(pattern: PathPattern, selectors: [RuleSelector])] = []
    var severities: [(selector: RuleSelector, severity: Severity)] = []

    init(_ section: LintSection, rules: [Rule], found: inout Diagnostics) {
        func known(_ texts: [Text]) -> [RuleSelector] { texts.compactMap { known($0) } }
        func known(_ text: Text) -> RuleSelector? {
            if let selector = RuleSelector(text.string, among: rules) { return selector }
            found.report(.unknownRule(text.string, at: text.span, rules: rules))
            return nil
        }
        select = known(section.select)
        ignore = known(section.ignore)
        perFileIgnores = section.perFileIgnores.map { (PathPattern($0.pattern.string), known($0.selectors)) }
        severities = section.severities.compactMap { text, severity in known(text).map { ($0, severity) } }
    }
}

extension Substring {
    fileprivate var trimmingSpaces: String {
        String(drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
}
