package import Reporting

extension Rule {
    package static let badCron = Rule(
        "EST7003", "bad-cron", summary: "A cron line does not say when the pipeline is due.",
        explanation: """
            A line has five fields: minute, hour, day of the month, month and weekday. Each is `*`, a number, a range, a list of \
            those with commas, and may end in a step such as `*/15`; months and weekdays have names too.
            """,
        bad: "schedule: \"0 25 * * *\"", good: "schedule: \"0 23 * * *\"")
}
