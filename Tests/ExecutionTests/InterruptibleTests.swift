import Foundation
import Synchronization
import Testing

@testable import Execution

@Suite(.serialized) struct InterruptibleTests {
    @Test func `the first signal cancels the work and awaits its end`() async throws {
        let end = try await interruptible {
            kill(getpid(), SIGTERM)
            await cancellation()
            return "stopped cleanly"
        }
        #expect(end == "stopped cleanly")
    }

    @Test func `the second signal ends the process at once`() async {
        await #expect(processExitsWith: .exitCode(130)) {
            try await interruptible {
                kill(getpid(), SIGINT)
                await cancellation()
                kill(getpid(), SIGINT)
                await withCheckedContinuation { (never: CheckedContinuation<Void, Never>) in neverResumed.append(never)
                }
            }
        }
    }

    @Test func `signals are heard when every thread of the pool is busy`() async {
        await #expect(processExitsWith: .exitCode(130)) {
            try await interruptible {
                await withTaskCancellationHandler {
                    await withDiscardingTaskGroup { group in
                        for _ in 0..<2 * ProcessInfo.processInfo.activeProcessorCount {
                            group.addTask { while true {} }
                        }
                        kill(getpid(), SIGINT)
                    }
                } onCancel: {
                    kill(getpid(), SIGINT)
                }
            }
        }
    }

    @Test func `work that ends by itself is returned`() async throws {
        #expect(try await interruptible { 7 } == 7)
        await #expect(throws: broken) { try await interruptible { throw broken } }
    }
}

/// Work that does not hear that it is cancelled; kept, because a continuation that is let go reports a mistake.
private let neverResumed = Kept()

private final class Kept: Sendable {
    private let continuations = Mutex<[CheckedContinuation<Void, Never>]>([])

    func append(_ continuation: CheckedContinuation<Void, Never>) {
        continuations.withLock { $0.append(continuation) }
    }
}
