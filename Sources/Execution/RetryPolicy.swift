/// How often a task is tried, and how long to wait between two attempts.
package struct RetryPolicy: Sendable, Hashable {
    /// Attempts in all, the first included; at least 1.
    package var attempts: Int
    /// Wait after the first failed attempt, before jitter.
    package var delay: Duration
    package var backoff: Backoff
    /// No wait is longer.
    package var maxDelay: Duration
    /// Largest part of the wait that chance may take away, 0...1: tasks that failed together do not return together.
    package var jitter: Double

    package enum Backoff: String, Sendable, Hashable, CaseIterable {
        case constant
        case linear
        case exponential
    }

    package init(
        attempts: Int,
        delay: Duration = .seconds(1),
        backoff: Backoff = .exponential,
        maxDelay: Duration = .seconds(60),
        jitter: Double = 0.2
    ) {
        self.attempts = max(1, attempts)
        self.delay = delay
        self.backoff = backoff
        self.maxDelay = maxDelay
        self.jitter = min(max(0, jitter), 1)
    }

    package static let none = RetryPolicy(attempts: 1)

    /// Wait after attempt `attempt` (1-based) failed. Chance comes from run, task and attempt alone, so the same
    /// run waits the same times again.
    package func wait(after attempt: Int, run: RunID, task: TaskID) -> Duration {
        let full = min(delay * growth(after: attempt), maxDelay)
        return full * (1 - jitter * Self.chance("\(run)/\(task)/\(attempt)"))
    }

    private func growth(after attempt: Int) -> Double {
        switch backoff {
        case .constant: 1
        case .linear: Double(attempt)
        // 2^30 times any delay is beyond every cap, and a Duration cannot hold 2^1000.
        case .exponential: Double(1 << min(attempt - 1, 30))
        }
    }

    /// In 0..<1, the same for the same text: FNV-1a, then the SplitMix64 finaliser, which spreads the last bytes.
    private static func chance(_ text: String) -> Double {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        hash = (hash ^ (hash >> 30)) &* 0xbf58_476d_1ce4_e5b9
        hash = (hash ^ (hash >> 27)) &* 0x94d0_49bb_1331_11eb
        return Double((hash ^ (hash >> 31)) >> 11) / Double(1 << 53)
    }
}
