import Kinds
import Linting
import Reporting
import Testing

/// Which findings fail a lint.
struct ThresholdTests {
    private func judgement(_ severities: Severity...) -> LintJudgement {
        let findings = severities.enumerated().map { index, severity in
            Diagnostic(
                Rule("EST199\(index)", "r\(index)", severity, summary: "", explanation: ""), "m", at: .startOf("a.yaml"))
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
}
