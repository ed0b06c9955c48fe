package import Reporting

extension Rule {
    /// Found by the task, while it runs.
    package static let sensorTimedOut = Rule(
        "EST7041", "sensor-timed-out", scope: .online, since: "0.2.0",
        summary: "What a sensor waits for did not come in its time.",
        explanation: """
            A timeout is not retried: the time is the time. See why what it waits for is late, wait longer with \
            `timeout:`, or write `if_missing: skip` where a day without it is usual. `esteira runs last` says what the \
            last look saw.
            """,
        unshown: "it takes a run")
}
