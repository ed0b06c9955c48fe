import Testing

@testable import Execution

@Suite struct ScheduleTests {
    private let run = RunID("20260912T031500-test")

    private func schedule(_ tasks: [TaskFacts], width: Int = 2) throws -> Schedule {
        Schedule(try TaskGraph(tasks), run: run, width: width)
    }

    @Test func `starts what is free, then what became free`() throws {
        var schedule = try schedule([task("a"), task("b", ["a"]), task("c"), task("d", ["b", "c"])])
        #expect(schedule.begin() == [.start("a", attempt: 1), .start("c", attempt: 1)])
        #expect(
            schedule.attemptEnded("a", .succeeded(rows(1))) == [
                .finish("a", .succeeded(rows(1))), .start("b", attempt: 1),
            ]
        )
        #expect(schedule.attemptEnded("b", .succeeded(rows(2))) == [.finish("b", .succeeded(rows(2)))])
        #expect(
            schedule.attemptEnded("c", .succeeded(rows(3))) == [
                .finish("c", .succeeded(rows(3))), .start("d", attempt: 1),
            ]
        )
        #expect(!schedule.isFinished)
        #expect(schedule.attemptEnded("d", .succeeded(rows(4))) == [.finish("d", .succeeded(rows(4)))])
        #expect(schedule.isFinished)
    }

    @Test func `starts no more than its width, heaviest path first, then by name`() throws {
        let tasks = [
            task("a", weight: 5), task("b", weight: 1), task("c", ["b"], weight: 9), task("e", weight: 3),
            task("d", weight: 3),
        ]
        var schedule = try schedule(tasks, width: 2)
        #expect(schedule.begin() == [.start("b", attempt: 1), .start("a", attempt: 1)])
        #expect(
            schedule.attemptEnded("a", .succeeded(rows(0))) == [
                .finish("a", .succeeded(rows(0))), .start("d", attempt: 1),
            ]
        )
        #expect(
            schedule.attemptEnded("b", .succeeded(rows(0))) == [
                .finish("b", .succeeded(rows(0))), .start("c", attempt: 1),
            ]
        )
    }

    @Test func `a failure skips its descendants with the chain and lets the others go on`() throws {
        var schedule = try schedule(
            [task("a"), task("b", ["a"]), task("c", ["b"]), task("x"), task("y", ["x"])],
            width: 1
        )
        #expect(schedule.begin() == [.start("a", attempt: 1)])
        #expect(
            schedule.attemptEnded("a", .failed(broken)) == [
                .finish("a", .failed(broken)),
                .finish("b", .skipped(SkipReason(chain: ["a"]))),
                .finish("c", .skipped(SkipReason(chain: ["a", "b"]))),
                .start("x", attempt: 1),
            ]
        )
        #expect(
            schedule.attemptEnded("x", .succeeded(rows(0))) == [
                .finish("x", .succeeded(rows(0))), .start("y", attempt: 1),
            ]
        )
        #expect(schedule.attemptEnded("y", .succeeded(rows(0))) == [.finish("y", .succeeded(rows(0)))])
        #expect(schedule.isFinished)
        #expect("\(SkipReason(chain: ["a", "b"]))" == "'a' failed → b")
    }

    @Test func `a retryable failure waits without a slot and fails when attempts are used up`() throws {
        let retry = RetryPolicy(attempts: 2, delay: .seconds(3), jitter: 0)
        var schedule = try schedule([task("a", retry: retry), task("b")], width: 1)
        #expect(schedule.begin() == [.start("a", attempt: 1)])
        #expect(
            schedule.attemptEnded("a", .failed(lost)) == [
                .retry("a", after: .seconds(3), failedAttempt: 1, lost), .start("b", attempt: 1),
            ]
        )
        #expect(schedule.retryIsDue("a") == [])
        #expect(
            schedule.attemptEnded("b", .succeeded(rows(0))) == [
                .finish("b", .succeeded(rows(0))), .start("a", attempt: 2),
            ]
        )
        #expect(schedule.attemptEnded("a", .failed(lost)) == [.finish("a", .failed(lost))])
    }

    @Test func `a failure that is not retryable fails at once`() throws {
        var schedule = try schedule([task("a", retry: RetryPolicy(attempts: 5))])
        _ = schedule.begin()
        #expect(schedule.attemptEnded("a", .failed(broken)) == [.finish("a", .failed(broken))])
    }

    @Test func `tasks up to date end at once, wherever they stand in the graph`() throws {
        let old = TaskState.upToDate(rows(7), reason: "unchanged")
        var schedule = try schedule([task("a"), task("b", ["a"]), task("c", ["b"])])
        #expect(
            schedule.begin(upToDate: ["b": old]) == [
                .finish("b", old), .start("a", attempt: 1), .start("c", attempt: 1),
            ]
        )
        #expect(schedule.attemptEnded("a", .failed(broken)) == [.finish("a", .failed(broken))])
        #expect(schedule.state(of: "c") == .running(attempt: 1))
    }

    @Test func `work that a task found done counts as up to date`() throws {
        var schedule = try schedule([task("a"), task("b", ["a"])])
        _ = schedule.begin()
        let report = TaskReport.alreadyDone("batch 7 is loaded", rows(9))
        #expect(
            schedule.attemptEnded("a", .succeeded(report)) == [
                .finish("a", .upToDate(report, reason: "batch 7 is loaded")), .start("b", attempt: 1),
            ]
        )
    }

    @Test func `cancelling stops what runs, ends what waits and starts nothing`() throws {
        let retry = RetryPolicy(attempts: 2, delay: .seconds(3), jitter: 0)
        var schedule = try schedule([task("a"), task("b", ["a"]), task("r", retry: retry), task("z")], width: 2)
        #expect(schedule.begin() == [.start("a", attempt: 1), .start("r", attempt: 1)])
        #expect(
            schedule.attemptEnded("r", .failed(lost)) == [
                .retry("r", after: .seconds(3), failedAttempt: 1, lost), .start("z", attempt: 1),
            ]
        )
        #expect(
            schedule.cancel() == [
                .cancel("a"), .finish("r", .interrupted), .cancel("z"), .finish("b", .interrupted),
            ]
        )
        #expect(schedule.cancel() == [])
        #expect(schedule.retryIsDue("r") == [])
        #expect(schedule.attemptEnded("a", .cancelled) == [.finish("a", .interrupted)])
        #expect(schedule.attemptEnded("z", .succeeded(rows(1))) == [.finish("z", .succeeded(rows(1)))])
        #expect(schedule.isFinished)
    }

    @Test func `an end that was told already is not told twice`() throws {
        var schedule = try schedule([task("a")])
        _ = schedule.begin()
        _ = schedule.attemptEnded("a", .succeeded(rows(0)))
        #expect(schedule.attemptEnded("a", .failed(broken)) == [])
        #expect(schedule.attemptEnded("nobody", .failed(broken)) == [])
    }
}
