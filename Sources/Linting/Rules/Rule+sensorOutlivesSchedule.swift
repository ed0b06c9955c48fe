import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let sensorOutlivesSchedule = Rule(
        "EST7008",
        "sensor-outlives-schedule",
        .warning,
        scope: .project,
        since: "0.2.0",
        summary: "A pipeline may wait longer than the time to its next run.",
        explanation: """
            While one run still waits for its files the next is due, and it is left out or comes late. Whoever waits that long \
            would rather be told: wait for less than the schedule's period.
            """,
        bad: """
            schedule: {cron: "0 * * * *", timezone: UTC, overlap: skip}
            sources:
              orders: {csv: include/orders.csv, schema: orders, wait: {timeout: ⟦3h⟧}}
            """,
        good: """
            schedule: {cron: "0 * * * *", timezone: UTC, overlap: skip}
            sources:
              orders: {csv: include/orders.csv, schema: orders, wait: {timeout: 45m}}
            """
    )
}

extension Check {
    static let sensorOutlivesSchedule = Check(.sensorOutlivesSchedule) { project, found in
        for wait in project.waits {
            guard let schedule = wait.pipeline.schedule.flatMap(CronSchedule.init),
                let period = schedule.shortestPeriod(after: project.clock.now / 1_000_000),
                wait.policy.timeout.components.seconds > period
            else { continue }
            found.report(
                Diagnostic(
                    .sensorOutlivesSchedule,
                    "the next run is due after \(period / 60) minutes of this wait",
                    at: wait.span(of: "timeout"),
                    help: "wait for less than the schedule's period"
                )
            )
        }
    }
}
