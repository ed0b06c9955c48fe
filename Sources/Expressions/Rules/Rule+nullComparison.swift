package import Reporting

extension Rule {
    package static let nullComparison = Rule(
        "EST4014",
        "null-comparison",
        summary: "A comparison with null is never true.",
        explanation: """
            In three-valued logic `x = null` is null for every x, and so is `x not in (1, null)` for every x but 1. \
            Use `is null`, `is not null` or `is distinct from`.
            """,
        bad: "filter: email = null",
        good: "filter: email is null"
    )
}
