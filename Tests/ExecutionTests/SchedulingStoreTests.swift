import Foundation
import GRDB
import TestSupport
import Testing

@testable import Execution

/// What the run store keeps of intervals, and who may run which.
struct SchedulingStoreTests {
    private let january = RunInterval(start: moment("2026-01-01T00:00:00Z"), end: moment("2026-01-02T00:00:00Z"))

    private func options(
        _ run: String, lane: String = "shop/dev", interval: RunInterval? = nil, isWhole: Bool = true
    ) -> RunOptions {
        var options = RunOptions(pipeline: "shop", target: "dev", scope: lane, newRun: RunID(run))
        options.interval = interval
        options.isWhole = isWhole
        return options
    }

    @Test func `what was decided is found again`() async throws {
        let folder = try TemporaryFolder()
        let store = try RunStore(path: folder.path + "/runs.db")
        var scheduler = Scheduler([daily("a", at: 6), daily("b", at: 6, after: ["a"])], width: 2) { _ in RunID("r1") }
        var now = moment("2026-01-01T12:00:00Z")
        for hours in [0.0, 20, 24] {
            now.addTimeInterval(hours * 3600)
            let decisions = scheduler.look(at: now) { _, _ in false }
            try await store.record(decisions, target: "dev", at: now)
            #expect(try RunStore(path: folder.path + "/runs.db").schedulingMemory(target: "dev") == scheduler.memory)
        }
        for run in scheduler.memory.open.values where run.run != nil {
            try await store.record(scheduler.ended(run.key, .finished, at: now), target: "dev", at: now)
        }
        #expect(try store.schedulingMemory(target: "dev") == scheduler.memory)
        #expect(try store.schedulingMemory(target: "other") == SchedulingMemory())
    }

    @Test func `a process runs several intervals of a pipeline, another is refused`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/runs.db"
        let store = try RunStore(path: path)
        let now = ManualClock.start
        _ = try await store.begin(options("r1", lane: "one"), tasks: [], at: now)
        _ = try await store.begin(options("r2", lane: "two"), tasks: [], at: now)
        await #expect(throws: RunRefusal.self) { try await store.begin(options("r3", lane: "two"), tasks: [], at: now) }
        let elsewhere = ProcessIdentity(pid: 1, host: "another", boot: "", start: "")
        let other = try RunStore(path: path, process: elsewhere)
        await #expect(throws: RunRefusal.self) {
            try await other.begin(options("r4", lane: "three"), tasks: [], at: now)
        }
        #expect(try store.runs().map(\.id.rawValue).sorted() == ["r1", "r2"])
    }

    @Test func `one process keeps the schedule of a target`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/runs.db"
        let now = ManualClock.start
        let store = try RunStore(path: path)
        try await store.takeSchedule(target: "dev", at: now)
        let other = try RunStore(path: path, process: ProcessIdentity(pid: 1, host: "another", boot: "", start: ""))
        await #expect(throws: RunRefusal.self) { try await other.takeSchedule(target: "dev", at: now) }
        try await other.takeSchedule(target: "prod", at: now)
        try await store.leaveSchedule(target: "dev")
        try await other.takeSchedule(target: "dev", at: now)
    }

    @Test func `an interval has succeeded with a whole run alone`() async throws {
        let folder = try TemporaryFolder()
        let store = try RunStore(path: folder.path + "/runs.db")
        let clock = ManualClock().clock
        func history() throws -> IntervalHistory? {
            try store.intervals(pipeline: "shop", target: "dev")[january.start]
        }
        let part = options("r1", interval: january, isWhole: false)
        _ = try await run([task("a")], options: part, store: store, clock: clock) { _, _ in rows(1) }
        #expect(try history() == nil)
        _ = try await run([task("a")], options: options("r2", interval: january), store: store, clock: clock) { _, _ in
            throw broken
        }
        #expect(try history() == IntervalHistory(hasSucceeded: false, latest: RunID("r2"), latestState: .failed))
        _ = try await run([task("a")], options: options("r3", interval: january), store: store, clock: clock) { _, _ in
            rows(1)
        }
        #expect(try history() == IntervalHistory(hasSucceeded: true, latest: RunID("r3"), latestState: .succeeded))
    }

    @Test func `a dataset is there for a day when its hours are`() async throws {
        let folder = try TemporaryFolder()
        let store = try RunStore(path: folder.path + "/runs.db")
        let clock = ManualClock().clock
        func isDone() throws -> Bool {
            try store.isDone(["transform.a", "check.a"], of: "shop", target: "dev", for: january)
        }
        for half in 0..<2 {
            #expect(try !isDone())
            let start = january.start.addingTimeInterval(Double(half) * 43_200)
            let interval = RunInterval(start: start, end: start.addingTimeInterval(43_200))
            _ = try await run(
                [task("transform.a"), task("check.a", ["transform.a"])],
                options: options("r\(half)", interval: interval),
                store: store, clock: clock
            ) { _, _ in rows(1) }
        }
        #expect(try isDone())
        #expect(try !store.isDone(["transform.b"], of: "shop", target: "dev", for: january))
    }

    @Test func `a dataset whose check failed is not there`() async throws {
        let folder = try TemporaryFolder()
        let store = try RunStore(path: folder.path + "/runs.db")
        _ = try await run(
            [task("transform.a"), task("check.a", ["transform.a"])], options: options("r1", interval: january),
            store: store,
            clock: ManualClock().clock
        ) { task, _ in
            if task.id == "check.a" { throw broken }
            return rows(1)
        }
        #expect(try !store.isDone(["transform.a", "check.a"], of: "shop", target: "dev", for: january))
    }

    @Test func `leases of the version before are kept`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/runs.db"
        let queue = try DatabaseQueue(path: path)
        try RunStore.migrations.migrate(queue, upTo: "2 ledger")
        try await queue.write { database in
            try database.execute(
                sql: """
                    INSERT INTO runs VALUES ('r1', 'shop', 'dev', 'shop/dev', 'running', 1, '2026-01-01 00:00:00.000', NULL, '{}');
                    INSERT INTO leases VALUES ('shop', 'dev', 'r1', 1, 'another', '', '', '2026-01-01 00:00:00.000',
                        '2026-01-01 00:00:00.000');
                    """)
        }
        let store = try RunStore(path: path)
        let now = moment("2026-01-01T00:00:10Z")
        await #expect(throws: RunRefusal.self) { try await store.begin(options("r2"), tasks: [], at: now) }
        _ = try await store.begin(options("r3"), tasks: [], at: now.addingTimeInterval(120))
        #expect(try store.run(RunID("r1"))?.state == .interrupted)
    }
}
