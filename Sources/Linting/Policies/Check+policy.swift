import Configuration
import Kinds
import Reporting
import Synthesis

extension Check {
    /// Looks for what a policy forbids. Its work grows with the number of declarations.
    static func policy(_ policy: Policy) -> Check {
        Check(policy.rule) { project, found in
            let rows = policy.model.rows(project, policy.columns)
            guard !rows.places.isEmpty else { return }
            var files = FilesOfPolicy(policy.paths)
            var keys = WrittenKeys(project.trees)
            let answers = policy.answers(rows.cells)
            for (place, isBroken) in zip(rows.places, answers) where isBroken && files.contain(place.span.file) {
                let key = policy.key.flatMap { keys.span(of: $0, in: place) }
                found.report(
                    Diagnostic(
                        policy.rule,
                        "\(policy.model.subject.word) '\(place.name)': \(policy.message)",
                        at: key ?? place.span,
                        help: policy.help
                    )
                )
            }
        }
    }
}

extension Policy {
    /// For each row whether it breaks the policy.
    fileprivate func answers(_ rows: KnownRows) -> [Bool] {
        do throws(SynthesisIssue.Reason) {
            let isMeant = try rowsHolding(condition, among: rows)
            return zip(isMeant, try rowsHolding(requirement, among: rows)).map { $0 && !$1 }
        } catch {
            preconditionFailure("\(rule.code) could be asked of no rows, and not of some: \(error.message)")
        }
    }
}

/// The files that a policy holds in, each judged once.
private struct FilesOfPolicy {
    private let patterns: [PathPattern]
    private var known: [String: Bool] = [:]

    init(_ patterns: [PathPattern]) { self.patterns = patterns }

    mutating func contain(_ file: String) -> Bool {
        if patterns.isEmpty { return true }
        if let known = known[file] { return known }
        let isIn = patterns.contains { $0.matches(file) }
        known[file] = isIn
        return isIn
    }
}

/// Where the keys of declarations stand; the entries of a section are put in order once.
private struct WrittenKeys {
    private struct Section: Hashable {
        var file: String
        var name: String
    }

    private let trees: [String: Node]
    /// By the place of the name.
    private var sections: [Section: [Int: Node]] = [:]

    init(_ trees: [String: Node]) { self.trees = trees }

    /// Nil where the declaration does not have the key.
    mutating func span(of key: String, in place: PolicyPlace) -> Span? {
        declaration(place)?[entry: key]?.keySpan
    }

    private mutating func declaration(_ place: PolicyPlace) -> Node? {
        guard let tree = trees[place.span.file], let name = place.section else { return trees[place.span.file] }
        let section = Section(file: place.span.file, name: name)
        let known =
            sections[section]
            ?? Dictionary(
                tree.entries(of: name).map { ($0.keySpan.start.offset, $0.value) },
                uniquingKeysWith: { first, _ in first }
            )
        sections[section] = known
        return known[place.span.start.offset]
    }
}
