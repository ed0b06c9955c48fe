package import Foundation

/// Time as a run sees it. Tests give one that they move by hand.
package struct RunClock: Sendable {
    package var now: @Sendable () -> Date
    /// Throws `CancellationError` as soon as the calling task is cancelled.
    package var sleep: @Sendable (Duration) async throws -> Void

    package init(now: @escaping @Sendable () -> Date, sleep: @escaping @Sendable (Duration) async throws -> Void) {
        self.now = now
        self.sleep = sleep
    }

    /// Waits, or returns at once when the calling task is cancelled, which it then sees by itself.
    package func pause(_ duration: Duration) async {
        do { try await sleep(duration) } catch {}
    }

    /// The wall clock at its making, carried on by a clock that nobody sets: no duration is ever negative.
    package static var live: RunClock {
        let start = Date()
        let clock = ContinuousClock()
        let zero = clock.now
        return RunClock(
            now: { start.addingTimeInterval((clock.now - zero) / .seconds(1)) },
            sleep: { try await clock.sleep(for: $0) }
        )
    }
}

extension Date {
    /// To the millisecond, which is what the run store keeps.
    package func elapsed(since start: Date) -> Duration {
        .milliseconds(Int((timeIntervalSince(start) * 1000).rounded()))
    }
}
