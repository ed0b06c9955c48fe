import Configuration
import Kinds
package import Reporting

/// What is to be told of a project: its findings by the rules that were selected, without the accepted ones.
package struct LintJudgement: Sendable {
    /// By file, place and code.
    package let findings: [Diagnostic]
    package let suppressed: [SuppressedFinding]
    package let rulesNotRun: [RuleNotRun]
    /// The rules that were looked for.
    package let selection: RuleSelection
    /// Whatever was selected or accepted: fixes may bring no new ones.
    package let errors: [Diagnostic]
    /// Paths of the files that parse.
    package let parsed: Set<String>

    /// - Parameters:
    ///   - more: findings about the settings themselves.
    ///   - isReported: whether the findings in a file are asked for.
    package init(
        _ looked: LookedAt, selection: RuleSelection, more: Diagnostics = Diagnostics(), baseline: Baseline? = nil,
        isReported: (String) -> Bool = { _ in true }
    ) {
        func graded(_ finding: Diagnostic) -> Diagnostic {
            var finding = finding
            if let severity = selection.severity(of: finding.rule) { finding.severity = severity }
            return finding
        }
        // A project may be linted where its engine is not: what could not be looked at is no mistake in it.
        var all = looked.found
        all.report(contentsOf: more)
        let found = all.sorted.map { finding in
            var finding = finding
            if finding.rule == .columnsUnknownOffline { finding.severity = .warning }
            return graded(finding)
        }
        let unrun = unrunRules(looked.unboundQueries.count, selection)
        let parted = Suppressed(
            found.filter(selection.includes), in: looked.files.sources, trees: looked.trees, rules: looked.rules,
            looksFor: { rule in selection.includes(rule) && !unrun.contains { $0.rule == rule } })
        // Those about the comments themselves are added by parting.
        let shown = parted.shown.map(graded).filter(selection.includes)
        let fresh = baseline?.parting(shown.sorted { $0.comesBefore($1) }) ?? (new: shown, known: [], stale: [])
        let stale = fresh.stale.map(graded).filter(selection.includes)
        findings = (fresh.new.filter { isReported($0.span.file) } + stale).sorted { $0.comesBefore($1) }
        suppressed = (parted.hidden + fresh.known).filter { isReported($0.finding.span.file) }
        rulesNotRun = unrun
        self.selection = selection
        errors = found.filter { $0.severity == .error }
        parsed = Set(looked.trees.keys)
    }

    private init(
        findings: [Diagnostic], suppressed: [SuppressedFinding], rulesNotRun: [RuleNotRun], selection: RuleSelection,
        errors: [Diagnostic], parsed: Set<String>
    ) {
        self.findings = findings
        self.suppressed = suppressed
        self.rulesNotRun = rulesNotRun
        self.selection = selection
        self.errors = errors
        self.parsed = parsed
    }

    /// With what was found in other parts; of rules that were not run it is told once.
    func joined(with parts: [LintJudgement]) -> LintJudgement {
        LintJudgement(
            findings: (findings + parts.flatMap(\.findings)).sorted { $0.comesBefore($1) },
            suppressed: suppressed + parts.flatMap(\.suppressed), rulesNotRun: rulesNotRun, selection: selection,
            errors: errors + parts.flatMap(\.errors), parsed: parts.reduce(into: parsed) { $0.formUnion($1.parsed) })
    }

    /// Of a block, at the places of its page.
    func inPage(_ page: String, of block: BlockProject) -> LintJudgement {
        LintJudgement(
            findings: findings.compactMap(block.inPage),
            suppressed: suppressed.compactMap { known in
                block.inPage(known.finding).map { SuppressedFinding($0, by: known.place) }
            },
            rulesNotRun: [], selection: selection, errors: errors.compactMap(block.inPage),
            // A page has many blocks: each that parses counts.
            parsed: parsed.contains(block.path) ? [page, "\(page)#\(block.path)"] : [page])
    }

    /// What people are shown: hints are left out unless they are wanted, or their rule was asked for.
    package func shown(_ selection: RuleSelection, withHints: Bool) -> [Diagnostic] {
        findings.filter { $0.severity > .hint || withHints || selection.asksFor($0.rule) }
    }

    package var verdict: FixVerdict {
        // What surely keeps the meaning goes first where two fixes touch.
        let fixable =
            findings.filter { $0.fix?.applicability == .safe } + findings.filter { $0.fix?.applicability == .unsafe }
        return FixVerdict(fixable: fixable, errors: errors, parsed: parsed)
    }
}

/// Rules that binding a query decides, and nothing else: they look at no query that found no engine.
private func unrunRules(_ unbound: Int, _ selection: RuleSelection) -> [RuleNotRun] {
    guard unbound > 0 else { return [] }
    return allRules.filter { ["EST4002", "EST4006"].contains($0.code) && selection.includes($0) }.map {
        RuleNotRun($0, unbound == 1 ? "needs DuckDB for one query" : "needs DuckDB for \(unbound) queries")
    }
}
