import Kinds
import Linting
import Reporting
import Testing

/// Which findings fail a lint.
struct ThresholdTests {
    private func judgement(_ severities: Severity...) -> LintJudgement {
        let findings = severities.enumerated().map { index, severity in
            Diagnostic(
                Rule("EST199\(index)", "r\(index)", severity, summary: "", explanation: ""), "m", at: .startOf("a.yaml")
            )
        }
        return LintJudgement(
            LookedAt(ProjectFiles([]), trees: [:], found: Diagnostics(findings)), selection: RuleSelection())
    }

    @Test func `errors fail, and what is denied`() {
        var threshold = LintThreshold()
        #expect(threshold.fails(judgement(.error)) && !threshold.fails(judgement(.warning, .hint)))
        threshold.deny = .warning
        #expect(threshold.fails(judgement(.warning)) && !threshold.fails(judgement(.hint)))
        threshold.deny = .hint
        #expect(threshold.fails(judgement(.hint)) && !threshold.fails(judgement()))
    }

    @Test func `more warnings than allowed fail`() {
        var threshold = LintThreshold()
        threshold.maxWarnings = 1
        #expect(!threshold.fails(judgement(.warning)) && threshold.fails(judgement(.warning, .warning)))
    }

    @Test func `rules that could not look are named, and fail where that is asked`() {
        let looked = LookedAt(ProjectFiles([]), trees: [:], found: Diagnostics(), unboundQueries: ["select 1"])
        let judgement = LintJudgement(looked, selection: RuleSelection())
        #expect(
            judgement.rulesNotRun.map { "\($0.rule.code) \($0.reason)" } == [
                "EST4002 needs DuckDB for one query", "EST4006 needs DuckDB for one query",
            ])
        var threshold = LintThreshold()
        #expect(!threshold.fails(judgement))
        threshold.isStrictOffline = true
        #expect(threshold.fails(judgement))
    }
}
