import Testing

@testable import Execution

@Suite struct SchedulePolicyTests {
    private func schedule(_ tasks: [TaskFacts], pools: [String: Int] = [:], width: Int = 8) throws -> Schedule {
        Schedule(try TaskGraph(tasks), run: RunID("20260912T031500-test"), width: width, pools: pools)
    }

    private func taking(_ id: String, _ pools: [String: Int]) -> TaskFacts {
        var facts = task(id)
        facts.pools = pools
        return facts
    }

    @Test func `a task waits until its pools have room, and lets others pass`() throws {
        let tasks = [taking("a", ["db": 2]), taking("b", ["db": 2]), taking("c", ["db": 1]), task("d")]
        var schedule = try schedule(tasks, pools: ["db": 3])
        #expect(
            schedule.begin() == [.start("a", attempt: 1), .start("c", attempt: 1), .start("d", attempt: 1)])
        #expect(schedule.attemptEnded("d", .succeeded(rows(0))) == [.finish("d", .succeeded(rows(0)))])
        #expect(
            schedule.attemptEnded("a", .succeeded(rows(0))) == [
                .finish("a", .succeeded(rows(0))), .start("b", attempt: 1),
            ])
    }

    @Test func `a need beyond the pool has the pool to itself`() throws {
        let tasks = [taking("a", ["memory": 9]), taking("b", ["memory": 1])]
        var schedule = try schedule(tasks, pools: ["memory": 4])
        #expect(schedule.begin() == [.start("a", attempt: 1)])
        #expect(
            schedule.attemptEnded("a", .failed(broken)) == [.finish("a", .failed(broken)), .start("b", attempt: 1)])
    }

    @Test func `a wait between attempts gives its slots back`() throws {
        var flaky = taking("a", ["db": 1])
        flaky.retry = RetryPolicy(attempts: 2, delay: .seconds(1), jitter: 0)
        var schedule = try schedule([flaky, taking("b", ["db": 1])], pools: ["db": 1])
        _ = schedule.begin()
        #expect(
            schedule.attemptEnded("a", .failed(lost)) == [
                .retry("a", after: .seconds(1), failedAttempt: 1, lost), .start("b", attempt: 1),
            ])
    }

    @Test func `a task that knows what to do without an input goes on, and is told of it`() throws {
        var tolerant = task("d", ["c", "x"])
        tolerant.failedInputs = ["c": .usePrevious]
        var schedule = try schedule([task("a"), task("c", ["a"]), task("x"), tolerant, task("e", ["d"])])
        _ = schedule.begin()
        #expect(
            schedule.attemptEnded("a", .failed(broken)) == [
                .finish("a", .failed(broken)), .finish("c", .skipped(SkipReason(chain: ["a"]))),
            ])
        #expect(
            schedule.attemptEnded("x", .succeeded(rows(0))) == [
                .finish("x", .succeeded(rows(0))), .start("d", attempt: 1),
            ])
        #expect(schedule.failedInputs(of: "d") == ["c": .usePrevious])
        #expect(
            schedule.attemptEnded("d", .succeeded(rows(1))) == [
                .finish("d", .succeeded(rows(1))), .start("e", attempt: 1),
            ])
    }

    @Test func `one input that stops is enough`() throws {
        var tolerant = task("c", ["a", "b"])
        tolerant.failedInputs = ["a": .continue]
        var schedule = try schedule([task("a"), task("b"), tolerant])
        _ = schedule.begin()
        #expect(schedule.attemptEnded("a", .failed(broken)) == [.finish("a", .failed(broken))])
        #expect(
            schedule.attemptEnded("b", .failed(lost)) == [
                .finish("b", .failed(lost)), .finish("c", .skipped(SkipReason(chain: ["b"]))),
            ])
    }
}
