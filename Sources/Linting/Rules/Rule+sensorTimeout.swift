import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let sensorTimeout = Rule(
        "EST7007",
        "sensor-timeout",
        since: "0.2.0",
        summary: "A wait looks less often than it lasts: only its first look counts.",
        explanation: """
            `poll` is the time between two looks, and `timeout` the longest wait. When the first look finds nothing the wait \
            is over before the second, so what comes in between is missed. Shorten `poll`, or wait longer.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders, wait: {timeout: 5m, poll: ⟦10m⟧}}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders, wait: {timeout: 1h, poll: 10m}}
            """
    )
}

extension Check {
    static let sensorTimeout = Check(.sensorTimeout) { project, found in
        for wait in project.waits where wait.policy.poll > wait.policy.timeout {
            found.report(
                Diagnostic(
                    .sensorTimeout,
                    "the wait is over before a second look",
                    at: wait.span(of: "poll"),
                    help: "shorten 'poll:', or write a longer 'timeout:'"
                )
            )
        }
    }
}
