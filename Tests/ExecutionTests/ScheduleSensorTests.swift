import Testing

@testable import Execution

@Suite struct ScheduleSensorTests {
    private func schedule(_ tasks: [TaskFacts], width: Int = 1) throws -> Schedule {
        Schedule(try TaskGraph(tasks), run: RunID("20260912T031500-test"), width: width)
    }

    private func sensor(
        _ id: String, poll: Duration = .seconds(60), timeout: Duration = .seconds(3600),
        _ whenMissing: SensorPolicy.WhenMissing = .fail
    ) -> TaskFacts {
        var facts = task(id)
        facts.sensor = SensorPolicy(poll: poll, timeout: timeout, whenMissing: whenMissing)
        return facts
    }

    @Test func `a sensor looks beside a full house and holds no slot while it waits`() throws {
        var schedule = try schedule([sensor("wait"), task("a"), task("b", ["wait"])])
        #expect(schedule.begin() == [.start("wait", attempt: 1), .start("a", attempt: 1)])
        #expect(
            schedule.attemptEnded("wait", .succeeded(.notYet("no file")), waited: .seconds(1)) == [
                .look("wait", after: .seconds(60), seen: "no file")
            ])
        #expect(schedule.state(of: "wait") == .watching(attempt: 1))
        #expect(schedule.retryIsDue("wait") == [.start("wait", attempt: 1)])
        #expect(schedule.attemptEnded("wait", .succeeded(rows(0))) == [.finish("wait", .succeeded(rows(0)))])
        #expect(
            schedule.attemptEnded("a", .succeeded(rows(0))) == [
                .finish("a", .succeeded(rows(0))), .start("b", attempt: 1),
            ])
    }

    @Test func `the last look is when the time is over, and a timeout is not tried again`() throws {
        var task = sensor("wait", timeout: .seconds(90))
        task.retry = RetryPolicy(attempts: 5)
        var schedule = try schedule([task])
        _ = schedule.begin()
        #expect(
            schedule.attemptEnded("wait", .succeeded(.notYet("no file")), waited: .seconds(61)) == [
                .look("wait", after: .seconds(29), seen: "no file")
            ])
        _ = schedule.retryIsDue("wait")
        #expect(
            schedule.attemptEnded("wait", .succeeded(.notYet("no file")), waited: .seconds(90)) == [
                .finish("wait", .failed(.neverCame("no file", after: .seconds(90))))
            ])
    }

    @Test func `what may be missing skips all that depends on it, and nothing has failed`() throws {
        var schedule = try schedule([sensor("wait", timeout: .zero, .skip), task("a", ["wait"])])
        _ = schedule.begin()
        #expect(
            schedule.attemptEnded("wait", .succeeded(.notYet("no file"))) == [
                .finish("wait", .skipped(SkipReason(chain: [], nothingToDo: "no file after 0.0s"))),
                .finish("a", .skipped(SkipReason(chain: ["wait"], nothingToDo: "no file after 0.0s"))),
            ])
        #expect(schedule.isFinished)
    }

    @Test func `cancelling ends a sensor between two looks`() throws {
        var schedule = try schedule([sensor("wait")])
        _ = schedule.begin()
        _ = schedule.attemptEnded("wait", .succeeded(.notYet("no file")))
        #expect(schedule.cancel() == [.finish("wait", .interrupted)])
        #expect(schedule.retryIsDue("wait") == [])
    }
}
