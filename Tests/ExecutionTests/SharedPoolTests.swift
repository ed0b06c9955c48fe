import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import Execution

/// Pools bound the tasks of all runs that share a state file, each run in a process of its own.
@Suite struct SharedPoolTests {
    private let folder: TemporaryFolder
    private let path: String
    private let elsewhere = ProcessIdentity(pid: 1, host: "another", boot: "", start: "")

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/runs.db"
    }

    private func taking(_ id: String, _ pools: [String: Int]) -> TaskFacts {
        var facts = task(id)
        facts.pools = pools
        return facts
    }

    private func options(_ pipeline: String, _ run: String, _ pools: [String: Int]) -> RunOptions {
        var options = RunOptions(pipeline: pipeline, target: "dev", newRun: RunID(run))
        options.pools = pools
        return options
    }

    @Test func `what another run holds is waited for, and others pass`() async throws {
        let (first, second) = (try RunStore(path: path), try RunStore(path: path, process: elsewhere))
        let (release, releasing) = AsyncStream<Void>.makeStream()
        let pools = ["warehouse": 2]
        let (holding, held) = AsyncStream<Void>.makeStream()
        async let one = run([taking("a", ["warehouse": 2])], options: options("one", "r1", pools), store: first) {
            _, _ in
            held.yield()
            for await _ in release { break }
            return rows(1)
        }
        for await _ in holding { break }
        let told = Told()
        let tasks = [taking("b", ["warehouse": 1]), taking("c", ["warehouse": 1]), task("d")]
        let two = try await run(
            tasks, options: options("two", "r2", pools), store: second,
            events: [
                told.sink,
                { event, _ in
                    if case .taskFinished(let result) = event, result.task == "d" { releasing.yield() }
                },
            ]
        ) { _, _ in rows(1) }
        #expect(try await one.exitCode == .success)
        #expect(two.states == ["b": .succeeded(rows(1)), "c": .succeeded(rows(1)), "d": .succeeded(rows(1))])
        let seen = told.events.compactMap { event in
            if case .taskWaits(let task, let seen, true, _) = event { "\(task): \(seen)" } else { nil }
        }
        #expect(seen == ["b", "c"].map { "\($0): pool 'warehouse' is taken, 2 of 2, by run r1" })
        let order = told.events.compactMap { if case .taskStarted(let task, _) = $0 { task } else { nil } }
        #expect(order.first == "d")
    }

    @Test func `a dead process holds nothing, and slots are counted over all pools or none`() async throws {
        let (store, other) = (try RunStore(path: path), try RunStore(path: path, process: elsewhere))
        let sizes = ["memory": 8, "disk": 1]
        let now = Date()
        _ = try await store.begin(options("one", "r1", sizes), tasks: [], at: now)
        _ = try await other.begin(options("two", "r2", sizes), tasks: [], at: now)
        #expect(
            try await other.takeSlots(["memory": 6, "disk": 1], of: sizes, for: "x", in: RunID("r2"), at: now) == nil)
        let short = try await store.takeSlots(["memory": 3, "disk": 1], of: sizes, for: "y", in: RunID("r1"), at: now)
        #expect(
            short
                == PoolShortage(
                    pools: ["disk", "memory"],
                    seen: "pool 'disk' is taken, 1 of 1, by run r2; pool 'memory' is taken, 6 of 8, by run r2"))
        #expect(try await store.takeSlots(["memory": 2], of: sizes, for: "z", in: RunID("r1"), at: now) == nil)
        // Nothing has been heard of it since: it is taken for dead.
        let later = now + 3600
        #expect(
            try await store.takeSlots(["memory": 9, "disk": 1], of: sizes, for: "y", in: RunID("r1"), at: later) == nil)
        try await store.giveBackSlots(of: "y", in: RunID("r1"))
        try await store.giveBackSlots(of: "z", in: RunID("r1"))
        #expect(try await other.takeSlots(["memory": 9], of: sizes, for: "x", in: RunID("r2"), at: now) == nil)
    }

    @Test func `a run that is stopped while it waits holds nothing`() async throws {
        let (store, other) = (try RunStore(path: path), try RunStore(path: path, process: elsewhere))
        let pools = ["db": 1]
        // The other's last sign of life stays fresh, however long this takes.
        let clock = RunClock(now: { ManualClock.start }, sleep: RunClock.live.sleep)
        _ = try await other.begin(options("two", "r2", pools), tasks: [], at: ManualClock.start)
        _ = try await other.takeSlots(pools, of: pools, for: "x", in: RunID("r2"), at: ManualClock.start)
        let (waiting, waits) = AsyncStream<Void>.makeStream()
        let work = Task { [self] in
            try await run(
                [taking("a", pools), task("b", ["a"])], options: options("one", "r1", pools), store: store,
                clock: clock,
                events: [{ event, _ in if case .taskWaits = event { waits.yield() } }]
            ) { _, _ in rows(1) }
        }
        for await _ in waiting { break }
        work.cancel()
        #expect(try await work.value.states == ["a": .interrupted, "b": .interrupted])
        #expect(
            try await store.database.read {
                try Int.fetchOne($0, sql: "SELECT count(*) FROM pool_uses WHERE run = 'r1'")
            } == 0)
    }

    @Test func `members of a mapped task take their slots one by one`() throws {
        var mapped = taking("m", ["db": 1])
        mapped.mapping = MappingPolicy(width: 2)
        var schedule = Schedule(
            try TaskGraph([mapped]), run: RunID("20260912T031500-test"), width: 4, pools: ["db": 2])
        #expect(schedule.begin() == [.start("m", attempt: 1)])
        let found = TaskReport.found(["1", "2", "3"].map { TaskMember(key: $0) })
        let actions = schedule.attemptEnded("m", .succeeded(found))
        #expect(actions.dropFirst() == [.start("m[1]", attempt: 1), .start("m[2]", attempt: 1)])
        #expect(schedule.takeBack("m[2]", closing: ["db"]) == [])
        #expect(schedule.attemptEnded("m[1]", .succeeded(rows(1))) == [.finish("m[1]", .succeeded(rows(1)))])
        #expect(schedule.poolsMayHaveRoom() == [.start("m[2]", attempt: 1), .start("m[3]", attempt: 1)])
    }
}
