package import Reporting

extension Rule {
    package static let thresholdDisables = Rule(
        "EST5006",
        "threshold-disables",
        .warning,
        summary: "An expectation that any data meets, because of its threshold.",
        explanation: """
            With 'mostly: 0' not a single row has to hold, so the expectation is measured and never fails. \
            Name the share that must hold, or take the expectation out.
            """,
        bad: "- not_null: {column: user_id, mostly: 0}",
        good: "- not_null: {column: user_id, mostly: 99%}"
    )
}
