package import Reporting

extension Rule {
    package static let parameterValue = Rule(
        "EST7022", "parameter-value", summary: "A parameter has no value, or one of the wrong type.",
        explanation: """
            Parameters are checked before anything starts. Give a value with `--param name=value` or under `params:` of the \
            profile, or a default that fits.
            """,
        bad: "params:\n  day: {type: date, default: ⟦31/12/2026⟧}",
        good: "params:\n  day: {type: date, default: 2026-12-31}")
}
