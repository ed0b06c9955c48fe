package import Reporting

extension Rule {
    package static let unusedSuppression = Rule(
        "EST9007", "unused-suppression", .warning, fix: .safe, since: "0.2.0",
        summary: "A suppression comment hides nothing.",
        explanation: """
            What it once hid is gone, and left in place it would hide the next mistake of that kind. Rules that were not \
            looked for, because they were not selected or could not run, are not counted as unused.
            """,
        bad: """
            ⟦# esteira: file-ignore[yaml-duplicate-key] -- written by a program⟧
            pipeline: example
            params: {day: {type: date, default: today}}
            """,
        good: "params: {day: {type: date, default: today}}")
}
