import Configuration
import Reporting

/// Findings parted by the comments of their files, with what is wrong with the comments themselves.
struct Suppressed {
    private(set) var shown: [Diagnostic] = []
    private(set) var hidden: [SuppressedFinding] = []

    /// - Parameters:
    ///   - looksFor: whether a rule was looked for: a comment for one that was not may well be needed.
    init(
        _ findings: [Diagnostic], in sources: [SourceText], trees: [String: Node], rules: [Rule],
        removed: [String: String] = removedRules, looksFor: (Rule) -> Bool
    ) {
        var judged = sources.flatMap { source in
            suppressions(in: source, tree: trees[source.path]).map {
                JudgedSuppression($0, rules: rules, removed: removed)
            }
        }
        let byFile = Dictionary(grouping: judged.indices, by: { judged[$0].suppression.file })
        for finding in findings {
            let hiding = byFile[finding.span.file, default: []].filter { judged[$0].hides(finding) }
            for index in hiding { judged[index].used.insert(finding.rule.code) }
            if let first = hiding.first {
                hidden.append(
                    SuppressedFinding(finding, by: .comment(reason: judged[first].suppression.comment.reason)))
            } else {
                shown.append(finding)
            }
        }
        let texts = Dictionary(uniqueKeysWithValues: sources.map { ($0.path, $0) })
        for suppression in judged {
            guard let source = texts[suppression.suppression.file] else { continue }
            // In a file that does not parse nothing else was found, so that nothing is known of use.
            let knowsUse = trees[source.path] != nil
            shown += suppression.findings(in: source, rules: rules, removed: removed) { knowsUse && looksFor($0) }
        }
    }
}

/// A suppression with the rules that its words name and what it has hidden.
private struct JudgedSuppression {
    let suppression: Suppression
    /// By the word's place in the list.
    let named: [Int: Rule]
    /// Codes of the rules whose findings it hides.
    var used: Set<String> = []

    init(_ suppression: Suppression, rules: [Rule], removed: [String: String]) {
        self.suppression = suppression
        var named: [Int: Rule] = [:]
        for (index, target) in suppression.comment.targets.enumerated() {
            named[index] = rule(named: removed[target.text.uppercased()] ?? target.text, among: rules)
        }
        self.named = named
    }

    func hides(_ finding: Diagnostic) -> Bool {
        suppression.covers.contains(finding.span.start.offset) && named.values.contains(finding.rule)
    }

    func findings(
        in source: SourceText, rules: [Rule], removed: [String: String], looksFor: (Rule) -> Bool
    ) -> [Diagnostic] {
        let comment = suppression.comment
        guard !comment.targets.isEmpty else { return [.blanketSuppression(comment, at: suppression.place)] }
        var found: [Diagnostic] = []
        for (index, target) in comment.targets.enumerated() {
            let place = source.span(target.range)
            if let now = removed[target.text.uppercased()] {
                found.append(.removedRule(target.text, now: now, at: place))
            } else if named[index] == nil {
                found.append(.unknownRule(target.text, at: place, rules: rules, isComment: true))
            }
        }
        let unused = comment.targets.indices.filter { index in
            guard let rule = named[index] else { return false }
            return !used.contains(rule.code) && looksFor(rule)
        }
        if !unused.isEmpty { found.append(.unusedSuppression(suppression, unused, in: source)) }
        if comment.reason == nil { found.append(.suppressionWithoutReason(at: suppression.place)) }
        return found
    }
}

extension Diagnostic {
    fileprivate static func blanketSuppression(_ comment: SuppressionComment, at span: Span) -> Diagnostic {
        Diagnostic(
            .unknownCode, "'\(comment.verb.rawValue)' names no rule", at: span,
            help: "name what it hides: '\(comment.verb.rawValue)[EST3012] -- why'")
    }

    fileprivate static func removedRule(_ code: String, now: String, at span: Span) -> Diagnostic {
        Diagnostic(
            .removedRule, "rule '\(code)' is '\(now)' now", at: span,
            fix: Fix(.safe, "write '\(now)'", [TextEdit(span, now)]))
    }

    fileprivate static func suppressionWithoutReason(at span: Span) -> Diagnostic {
        Diagnostic(
            .suppressionReason, "this suppression gives no reason", at: span, help: "say why at its end: ' -- …'")
    }

    /// - Parameter isComment: comments name single rules, not families.
    static func unknownRule(_ text: String, at span: Span, rules: [Rule], isComment: Bool = false) -> Diagnostic {
        let closest = closestSelector(to: text, among: rules)
        let names: Message = "'esteira explain' lists the rules"
        let single: Message = "name each rule by its code or name; 'esteira explain' lists them"
        let isFamily = isComment && RuleSelector(text, among: rules) != nil
        return Diagnostic(
            .unknownCode, isFamily ? "'\(text)' is a family of rules, not a rule" : "no rule '\(text)'", at: span,
            help: isFamily ? single : closest.map { "did you mean '\($0)'?" } ?? names,
            fix: isFamily ? nil : closest.map { Fix(.unsafe, "replace '\(text)' by '\($0)'", [TextEdit(span, $0)]) })
    }

    fileprivate static func unusedSuppression(
        _ suppression: Suppression, _ unused: [Int], in source: SourceText
    ) -> Diagnostic {
        let targets = suppression.comment.targets
        let names = unused.map { targets[$0].text }.joined(separator: ", ")
        let isWhole = unused.count == targets.count
        let edits =
            isWhole
            ? [TextEdit(file: source.path, range: removalRange(of: suppression.comment, in: source), replacement: "")]
            : [
                TextEdit(
                    file: source.path, range: targets[0].range.lowerBound..<targets[targets.count - 1].range.upperBound,
                    replacement: targets.indices.filter { !unused.contains($0) }.map { targets[$0].text }
                        .joined(separator: ", "))
            ]
        let title: Message = isWhole ? "remove the comment" : "remove '\(names)' from it"
        return Diagnostic(
            .unusedSuppression, "nothing here breaks '\(names)'", at: suppression.place,
            help: isWhole ? "remove the comment" : "remove '\(names)' from it", fix: Fix(.safe, title, edits))
    }
}

/// The whole line of a comment that is alone on it; else the comment and the blanks before it.
private func removalRange(of comment: SuppressionComment, in source: SourceText) -> Range<Int> {
    var start = comment.range.lowerBound
    while start > 0, source.utf8[start - 1] == UInt8(ascii: " ") || source.utf8[start - 1] == UInt8(ascii: "\t") {
        start -= 1
    }
    var end = comment.range.upperBound
    while end < source.utf8.count, source.utf8[end] != UInt8(ascii: "\n") { end += 1 }
    if comment.isAlone, end < source.utf8.count { end += 1 }
    if !comment.isAlone, end > comment.range.upperBound, source.utf8[end - 1] == UInt8(ascii: "\r") { end -= 1 }
    return start..<end
}

/// Codes of rules that were removed, with those that took their place. Empty until the first rule goes.
let removedRules: [String: String] = [:]
