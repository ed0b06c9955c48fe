/// How a task waits for something outside to be there: each look is short, and between two the task holds no slot.
package struct SensorPolicy: Sendable, Hashable, Codable {
    /// Between the end of a look that found nothing and the next.
    package var poll: Duration
    /// From the first look. The last look is when it is over; a timeout is never retried.
    package var timeout: Duration
    package var whenMissing: WhenMissing

    /// What a timeout means.
    package enum WhenMissing: String, Sendable, Hashable, Codable, CaseIterable {
        case fail
        /// The task and all that depends on it are skipped, and nothing has failed.
        case skip
    }

    package init(poll: Duration, timeout: Duration, whenMissing: WhenMissing = .fail) {
        self.poll = max(poll, .milliseconds(1))
        self.timeout = timeout
        self.whenMissing = whenMissing
    }

    /// Until the next look; `nil` when the time is up.
    func wait(after waited: Duration) -> Duration? {
        waited >= timeout ? nil : min(poll, timeout - waited)
    }
}
