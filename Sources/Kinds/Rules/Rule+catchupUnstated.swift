package import Reporting

extension Rule {
    package static let catchupUnstated = Rule(
        "EST7005", "catchup-unstated", since: "0.2.0",
        summary: "A schedule begins in the past and does not say what becomes of the runs since.",
        explanation: """
            Between the first day and now lie runs that nobody has made. Left unsaid, a scheduler would flood the machine with \
            them, or leave them out in silence. Say which: `catchup: none`, `latest`, `all`, or `{all: 30}` for the newest \
            thirty.
            """,
        bad: "schedule: {cron: \"0 6 * * *\", timezone: UTC, start: ⟦2026-01-01⟧}",
        good: "schedule: {cron: \"0 6 * * *\", timezone: UTC, start: 2026-01-01, catchup: latest}")
}
