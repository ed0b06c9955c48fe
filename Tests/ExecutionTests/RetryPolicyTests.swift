import Testing

@testable import Execution

@Suite struct RetryPolicyTests {
    private let run = RunID("r1")

    private func waits(_ policy: RetryPolicy, task: TaskID = "load.orders") -> [Duration] {
        (1...5).map { policy.wait(after: $0, run: run, task: task) }
    }

    @Test func `waits grow as the policy says, up to the cap`() {
        func policy(_ backoff: RetryPolicy.Backoff) -> RetryPolicy {
            RetryPolicy(attempts: 6, delay: .seconds(2), backoff: backoff, maxDelay: .seconds(9), jitter: 0)
        }
        #expect(waits(policy(.constant)) == [2, 2, 2, 2, 2].map { .seconds($0) })
        #expect(waits(policy(.linear)) == [2, 4, 6, 8, 9].map { .seconds($0) })
        #expect(waits(policy(.exponential)) == [2, 4, 8, 9, 9].map { .seconds($0) })
        #expect(policy(.exponential).wait(after: 5_000, run: run, task: "a") == .seconds(9))
    }

    @Test func `jitter shortens, by run, task and attempt alone`() {
        let policy = RetryPolicy(attempts: 6, delay: .seconds(10), backoff: .constant, jitter: 0.5)
        let first = waits(policy)
        #expect(first == waits(policy))
        #expect(first != waits(policy, task: "load.users"))
        #expect(Set(first).count == 5)
        #expect(first.allSatisfy { $0 > .seconds(5) && $0 <= .seconds(10) })
    }

    @Test func `there is at least one attempt`() {
        #expect(RetryPolicy(attempts: 0).attempts == 1)
    }
}
