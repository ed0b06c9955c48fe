package import Reporting

extension Rule {
    package static let cronSyntax = Rule(
        "EST7001", "cron-syntax", summary: "A cron line does not say when the pipeline is due.",
        explanation: """
            A line has five fields: minute, hour, day of the month, month and weekday. Each is `*`, a number, a range, a list of \
            those with commas, and may end in a step such as `*/15`; months and weekdays have names too.
            """,
        bad: "schedule: {cron: \"0 ⟦25⟧ * * *\", timezone: UTC}",
        good: "schedule: {cron: \"0 23 * * *\", timezone: UTC}")
}
