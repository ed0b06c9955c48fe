import Reporting
import TestSupport

extension Examples {
    private static let pipeline = MarkedText("a: 1\n1️⃣schedul1️⃣: é 2️⃣x2️⃣\n", path: "pipelines/a.yaml")

    /// One file: an error with a safe fix, a warning; a finding that a comment accepts and one of the baseline; a rule
    /// that could not look.
    static let whole = DiagnosticReport(
        [
            Diagnostic(
                unknownKey, "unknown key 'schedul'", at: place(pipeline, "1️⃣"), help: "did you mean 'schedule'?",
                fix: Fix(.safe, "write 'schedule'", [TextEdit(place(pipeline, "1️⃣"), "schedule")])),
            Diagnostic(duplicateKey, "a | b\n<c>", at: place(pipeline, "2️⃣")),
        ],
        sources: [pipeline.source], rules: [unknownKey], toolVersion: "0.1.0",
        suppressed: [
            SuppressedFinding(
                Diagnostic(todo, "work is left open", at: place(pipeline, "2️⃣")), by: .comment(reason: "soon")),
            SuppressedFinding(Diagnostic(duplicateKey, "a | b\n<c>", at: place(pipeline, "1️⃣")), by: .baseline),
        ],
        rulesNotRun: [RuleNotRun(todo, "needs DuckDB")],
        summary: CheckSummary(fileCount: 14, hiddenHints: 3, fixed: 1, milliseconds: 38))
}
