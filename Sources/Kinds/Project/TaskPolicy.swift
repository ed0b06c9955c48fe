package import Configuration
package import Reporting

/// How often and how long a task is tried.
package struct TaskPolicy: Hashable, Sendable {
    package var attempts = 1
    package var delay = Duration.seconds(10)
    package var isExponential = true
    package var maxDelay = Duration.seconds(300)
    package var timeout: Duration?
    /// Slots that it takes while it works, by pool.
    package var pools: [String: Int] = [:]
    package var poolPlaces: [String: Span] = [:]
    /// Since the run's start.
    package var deadline: Duration?

    package init() {}
}

extension TaskPolicy {
    /// How the waits between attempts follow each other.
    package enum Backoff: String, CaseIterable { case constant, exponential }

    static let retriesSpec = KindSpec(
        "retries", summary: "What happens after a failure that may pass.", shorthand: "attempts"
    ) {
        Field("attempts", .integer(1...100), default: "1", doc: "Attempts in all.")
        Field("delay", .duration, default: "10s", doc: "Wait before the second attempt.")
        Field(
            "backoff", .choice(Backoff.allCases.map(\.rawValue)), default: "exponential",
            doc: "Whether the wait doubles.")
        Field("max_delay", .duration, default: "5m", doc: "The longest wait.")
    }
    package static let fields = [
        Field("retries", .record(retriesSpec), doc: "What happens after a failure that may pass."),
        Field("timeout", .duration, example: "1h", doc: "The longest an attempt may take."),
        Field(
            "pools", .map(.size), example: "{warehouse: 1}",
            doc: "Slots of the project's `pools` that it takes while it works; of a pool of memory, bytes."),
        Field(
            "deadline", .duration, example: "45m",
            doc: "When it has not ended so long after the run's start, the hooks `on_late` are told; it works on."),
    ]
    package static let spec = KindSpec("defaults", summary: "What holds for every task unless it says otherwise.") {
        fields
    }

    /// This policy with what a declaration says put over it.
    package func overridden(by record: Record?) -> TaskPolicy {
        guard let record else { return self }
        var policy = self
        if let retries = record.record("retries") {
            policy.attempts = retries.integer("attempts")?.value ?? attempts
            policy.delay = retries.duration("delay")?.value ?? delay
            policy.isExponential =
                retries.text("backoff") == nil
                ? isExponential : retries.choice("backoff", of: Backoff.self) == .exponential
            policy.maxDelay = retries.duration("max_delay")?.value ?? maxDelay
        }
        policy.timeout = record.duration("timeout")?.value ?? timeout
        policy.deadline = record.duration("deadline")?.value ?? deadline
        for (pool, item) in record.map("pools") {
            guard let size = item.asInteger else { continue }
            policy.pools[pool.string] = size.value
            policy.poolPlaces[pool.string] = pool.span
        }
        return policy
    }
}
