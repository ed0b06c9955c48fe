import Foundation
import Synchronization

@testable import Execution

/// Stands still until it is moved; sleepers wake in the order of their times.
final class ManualClock: Sendable {
    private struct Sleeper {
        var due: Date
        var continuation: CheckedContinuation<Void, any Error>
    }

    private struct State {
        var now: Date
        var sleepers: [Int: Sleeper] = [:]
        var cancelled: Set<Int> = []
        var next = 0
    }

    static let start = Date(timeIntervalSince1970: 1_789_182_000)
    /// Each wait as it is asked for, heartbeats apart: a test awaits one, then moves the clock.
    let sleeps: AsyncStream<Duration>
    private let asked: AsyncStream<Duration>.Continuation
    /// An element each time that the run waits for its next sign of life.
    let beats: AsyncStream<Void>
    private let beat: AsyncStream<Void>.Continuation
    private let state = Mutex(State(now: start))

    init() {
        (sleeps, asked) = AsyncStream.makeStream()
        (beats, beat) = AsyncStream.makeStream()
    }

    var clock: RunClock {
        RunClock(now: { self.state.withLock(\.now) }, sleep: { try await self.sleep($0) })
    }

    func advance(by duration: Duration) {
        let due = state.withLock { state in
            state.now += duration / .seconds(1)
            let due = state.sleepers.filter { $0.value.due <= state.now }.sorted { $0.value.due < $1.value.due }
            for (key, _) in due { state.sleepers[key] = nil }
            return due.map(\.value.continuation)
        }
        for continuation in due { continuation.resume() }
    }

    private func sleep(_ duration: Duration) async throws {
        let key = state.withLock { state in
            state.next += 1
            return state.next
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                let isCancelled = state.withLock { state in
                    if state.cancelled.remove(key) != nil { return true }
                    state.sleepers[key] = Sleeper(due: state.now + duration / .seconds(1), continuation: continuation)
                    return false
                }
                if isCancelled { continuation.resume(throwing: CancellationError()) }
                if duration == RunStore.heartbeat { beat.yield() } else { asked.yield(duration) }
            }
        } onCancel: {
            let sleeper = state.withLock { state in
                let sleeper = state.sleepers.removeValue(forKey: key)
                if sleeper == nil { state.cancelled.insert(key) }
                return sleeper
            }
            sleeper?.continuation.resume(throwing: CancellationError())
        }
    }
}
