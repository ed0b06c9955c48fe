package import Reporting

extension Rule {
    package static let movingStart = Rule(
        "EST7006", "moving-start", since: "0.2.0",
        summary: "A schedule begins at a day that moves with the clock, or has not come.",
        explanation: """
            `today` is another day tomorrow: which runs are missing could never be said. Write the day itself. A day to come \
            is a warning: until then nothing runs, which may be what is meant.
            """,
        bad: "schedule: {cron: \"0 6 * * *\", timezone: UTC, start: ⟦today⟧, catchup: latest}",
        good: "schedule: {cron: \"0 6 * * *\", timezone: UTC, start: 2026-01-01, catchup: latest}")
}
