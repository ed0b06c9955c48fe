package import Reporting

/// When findings fail a lint.
package struct LintThreshold: Sendable {
    /// The least severity that fails.
    package var deny: Severity = .error
    package var maxWarnings: Int?
    /// Fails where a selected rule could not look.
    package var isStrictOffline = false

    package init() {}

    package func fails(_ judgement: LintJudgement) -> Bool {
        if judgement.findings.contains(where: { $0.severity >= deny }) { return true }
        if isStrictOffline, !judgement.rulesNotRun.isEmpty { return true }
        guard let maxWarnings else { return false }
        return judgement.findings.count { $0.severity == .warning } > maxWarnings
    }
}
