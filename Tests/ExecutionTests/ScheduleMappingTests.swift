import Testing

@testable import Execution

@Suite struct ScheduleMappingTests {
    private func schedule(_ tasks: [TaskFacts], width: Int = 2) throws -> Schedule {
        Schedule(try TaskGraph(tasks), run: RunID("20260912T031500-test"), width: width)
    }

    private func mapped(_ mapping: MappingPolicy = MappingPolicy()) -> TaskFacts {
        var facts = task("ingest")
        facts.mapping = mapping
        return facts
    }

    private let items = [TaskMember(key: "a"), TaskMember(key: "b"), TaskMember(key: "c")]

    @Test func `each item is a task, and the mapped task gathers what they made`() throws {
        let facts = mapped()
        var schedule = try schedule([facts, task("after", ["ingest"])])
        #expect(schedule.begin() == [.start("ingest", attempt: 1)])
        #expect(
            schedule.attemptEnded("ingest", .succeeded(.found(items))) == [
                .expand("ingest", items.map(facts.member)), .start("ingest[a]", attempt: 1),
                .start("ingest[b]", attempt: 1),
            ])
        #expect(
            schedule.attemptEnded("ingest[b]", .succeeded(rows(2))) == [
                .finish("ingest[b]", .succeeded(rows(2))), .start("ingest[c]", attempt: 1),
            ])
        _ = schedule.attemptEnded("ingest[c]", .succeeded(rows(3)))
        #expect(
            schedule.attemptEnded("ingest[a]", .succeeded(rows(1))) == [
                .finish("ingest[a]", .succeeded(rows(1))),
                .gather("ingest", attempt: 1, [rows(1), rows(2), rows(3)]),
            ])
        #expect(
            schedule.attemptEnded("ingest", .succeeded(rows(6))) == [
                .finish("ingest", .succeeded(rows(6))), .start("after", attempt: 1),
            ])
    }

    @Test func `a group keeps to its own width`() throws {
        var schedule = try schedule([mapped(MappingPolicy(width: 1)), task("other")], width: 3)
        _ = schedule.begin()
        let started = schedule.attemptEnded("ingest", .succeeded(.found(items))).dropFirst()
        #expect(Array(started) == [.start("ingest[a]", attempt: 1)])
    }

    @Test func `a failed member fails its group when all have ended, and the others go on`() throws {
        var schedule = try schedule([mapped(), task("after", ["ingest"])])
        _ = schedule.begin()
        _ = schedule.attemptEnded("ingest", .succeeded(.found(items)))
        _ = schedule.attemptEnded("ingest[a]", .failed(broken))
        _ = schedule.attemptEnded("ingest[b]", .succeeded(rows(2)))
        let worst = TaskFailure(
            "1 of 3 failed, the first so: column 'total' is missing", code: "EST4003", hint: "add it")
        #expect(
            schedule.attemptEnded("ingest[c]", .succeeded(rows(3))) == [
                .finish("ingest[c]", .succeeded(rows(3))),
                .finish("ingest", .failed(worst)),
                .finish("after", .skipped(SkipReason(chain: ["ingest"]))),
            ])
        #expect(schedule.isFinished)
    }

    @Test func `a member is retried alone, and so is the gathering`() throws {
        var facts = mapped()
        facts.retry = RetryPolicy(attempts: 2, delay: .seconds(3), jitter: 0)
        var schedule = try schedule([facts])
        _ = schedule.begin()
        _ = schedule.attemptEnded("ingest", .succeeded(.found([items[0]])))
        #expect(
            schedule.attemptEnded("ingest[a]", .failed(lost)) == [
                .retry("ingest[a]", after: .seconds(3), failedAttempt: 1, lost)
            ])
        #expect(schedule.retryIsDue("ingest[a]") == [.start("ingest[a]", attempt: 2)])
        #expect(
            schedule.attemptEnded("ingest[a]", .succeeded(rows(1))) == [
                .finish("ingest[a]", .succeeded(rows(1))), .gather("ingest", attempt: 1, [rows(1)]),
            ])
        _ = schedule.attemptEnded("ingest", .failed(lost))
        #expect(schedule.retryIsDue("ingest") == [.gather("ingest", attempt: 2, [rows(1)])])
    }

    @Test func `members that are done already are not started`() throws {
        let old = TaskState.upToDate(rows(1), reason: "unchanged")
        var schedule = try schedule([mapped()])
        _ = schedule.begin()
        let actions = schedule.attemptEnded(
            "ingest", .succeeded(.found([items[0], items[1]])), done: ["ingest[a]": old])
        #expect(actions.dropFirst() == [.finish("ingest[a]", old), .start("ingest[b]", attempt: 1)])
        #expect(
            schedule.attemptEnded("ingest[b]", .succeeded(rows(2))).last
                == .gather("ingest", attempt: 1, [rows(1), rows(2)]))
    }

    @Test(arguments: MappingPolicy.OnEmpty.allCases)
    func `nothing to map is what the policy says`(_ onEmpty: MappingPolicy.OnEmpty) throws {
        var schedule = try schedule([mapped(MappingPolicy(onEmpty: onEmpty))])
        _ = schedule.begin()
        let last = schedule.attemptEnded("ingest", .succeeded(.found([]))).last
        switch onEmpty {
        case .skip:
            #expect(last == .finish("ingest", .skipped(SkipReason(chain: [], nothingToDo: "no item to work on"))))
        case .fail: #expect(last == .finish("ingest", .failed(.noItems)))
        case .ok: #expect(last == .gather("ingest", attempt: 1, []))
        }
    }

    @Test func `cancelling ends members and then their group`() throws {
        var schedule = try schedule([mapped()])
        _ = schedule.begin()
        _ = schedule.attemptEnded("ingest", .succeeded(.found(items)))
        #expect(
            schedule.cancel() == [
                .cancel("ingest[a]"), .cancel("ingest[b]"), .finish("ingest[c]", .interrupted),
            ])
        _ = schedule.attemptEnded("ingest[a]", .cancelled)
        #expect(
            schedule.attemptEnded("ingest[b]", .cancelled) == [
                .finish("ingest[b]", .interrupted), .finish("ingest", .interrupted),
            ])
        #expect(schedule.isFinished)
    }
}
