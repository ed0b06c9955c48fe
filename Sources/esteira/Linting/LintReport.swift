import Kinds
import Linting
import Reporting

/// A judgement as reports show it.
struct LintReport {
    private let judgement: LintJudgement
    private let sources: [SourceText]
    private let rules: [Rule]
    private let selection: RuleSelection
    private let fixed: Int
    private let fileCount: Int
    private let milliseconds: Int

    init(
        _ judgement: LintJudgement, _ looked: LookedAt, selection: RuleSelection, fixed: Int, fileCount: Int,
        pages: [SourceText], started: ContinuousClock.Instant
    ) {
        self.judgement = judgement
        sources = looked.files.sources + pages
        rules = looked.rules
        self.selection = selection
        self.fixed = fixed
        self.fileCount = fileCount
        milliseconds = Int((ContinuousClock.now - started) / .milliseconds(1))
    }

    /// - Parameters:
    ///   - showsHints: also in a format for people, where hints are left out unless their rule was asked for.
    ///   - isTimed: says how long it took, which differs from run to run.
    func report(for format: DiagnosticFormat, showsHints: Bool, isTimed: Bool = false) -> DiagnosticReport {
        let shown = judgement.shown(selection, withHints: showsHints || !format.isForPeople)
        return DiagnosticReport(
            shown, sources: sources, rules: rules, toolVersion: Esteira.version, suppressed: judgement.suppressed,
            rulesNotRun: judgement.rulesNotRun,
            summary: CheckSummary(
                fileCount: fileCount, hiddenHints: judgement.findings.count - shown.count, fixed: fixed,
                milliseconds: isTimed && format == .text ? milliseconds : nil),
            language: .spoken)
    }
}
