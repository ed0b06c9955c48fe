import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import Execution

/// A process killed at any moment leaves its database and what it had published. Resuming from there must end in the
/// same world as a run that nobody disturbed.
@Suite struct KilledRunTests {
    private let tasks = [
        task("generate", fingerprint: "g1"), task("ingest.a", ["generate"], fingerprint: "a1"),
        task("ingest.b", ["generate"], fingerprint: "b1"), task("join", ["ingest.a", "ingest.b"], fingerprint: "j1"),
        task("load", ["join"], fingerprint: "l1"),
    ]
    /// No process has this number.
    private let dead = ProcessIdentity(
        pid: .max,
        host: ProcessIdentity.current.host,
        boot: ProcessIdentity.current.boot,
        start: "1"
    )

    @Test func `resuming after a kill at any moment ends in the same world`() async throws {
        let folder = try TemporaryFolder()
        let store = try RunStore(path: folder.path + "/runs.db", process: dead)
        let world = World()
        let kills = Mutex<[Kill]>([])
        let kill: @Sendable (String) -> Void = { name in
            kills.withLock { kills in
                let path = folder.path + "/killed-\(kills.count).db"
                do {
                    try store.database.backup(to: DatabaseQueue(path: path))
                    kills.append(Kill(moment: name, path: path, published: world.published))
                } catch { Issue.record(error) }
            }
        }
        let options = RunOptions(pipeline: "shop", target: "dev", width: 1, newRun: RunID("r1"))
        let whole = try await Execution.run(
            tasks,
            options: options,
            store: store,
            clock: ManualClock().clock,
            events: [{ event, _ in kill("\(event)") }]
        ) { task, _ in
            let report = try world.perform(task)
            kill("\(task.id) published, not recorded")
            return report
        }
        #expect(whole.exitCode == .success)
        let moments = kills.withLock { $0 }
        #expect(moments.count == 5 * 3 + 2)
        for killed in moments.dropLast() { try await expectResumed(killed, equals: world.published) }
    }

    private func expectResumed(_ killed: Kill, equals published: [TaskID: String]) async throws {
        let store = try RunStore(path: killed.path)
        #expect(try store.run(RunID("r1"))?.state == .interrupted, "\(killed.moment)")
        let done = try store.ledger(scope: "shop/dev")
        let world = World(killed.published)
        let outcome = try await Execution.run(
            tasks,
            options: RunOptions(pipeline: "shop", target: "dev", resume: .last),
            store: store,
            clock: ManualClock().clock,
            isStillThere: { world.published[$0.id] != nil }
        ) { task, _ in try world.perform(task) }
        #expect(outcome.exitCode == .success, "\(killed.moment)")
        #expect(world.published == published, "\(killed.moment)")
        #expect(world.performed == Set(tasks.map(\.id)).subtracting(done.keys), "\(killed.moment)")
        #expect(try store.ledger(scope: "shop/dev").count == tasks.count)
        #expect(try store.run(RunID("r1"))?.session == 2)
    }

    @Test func `a process killed while it remakes an output leaves no word of the old one`() async throws {
        let folder = try TemporaryFolder()
        let store = try RunStore(path: folder.path + "/runs.db")
        func options(_ run: String) -> RunOptions {
            RunOptions(pipeline: "shop", target: "dev", newRun: RunID(run))
        }
        let clock = ManualClock().clock
        _ = try await run([task("a", fingerprint: "old")], options: options("r1"), store: store, clock: clock) { _, _ in
            rows(1)
        }
        #expect(try store.ledger(scope: "shop/dev")["a"]?.fingerprint == "old")
        _ = try await run([task("a", fingerprint: "new")], options: options("r2"), store: store, clock: clock) { _, _ in
            #expect(try store.ledger(scope: "shop/dev") == [:])
            throw broken
        }
        #expect(try store.ledger(scope: "shop/dev") == [:])
    }

    private struct Kill {
        var moment: String
        var path: String
        var published: [TaskID: String]
    }
}

/// Stands for lake and warehouse: what each task published is a function of what its dependencies published.
private final class World: Sendable {
    private let state: Mutex<(published: [TaskID: String], performed: Set<TaskID>)>

    init(_ published: [TaskID: String] = [:]) { state = Mutex((published, [])) }

    var published: [TaskID: String] { state.withLock(\.published) }

    var performed: Set<TaskID> { state.withLock(\.performed) }

    func perform(_ task: TaskFacts) throws -> TaskReport {
        try state.withLock { state in
            let inputs = try task.dependsOn.map { try #require(state.published[$0]) }
            state.published[task.id] = "\(task.id)(\(inputs.joined(separator: ",")))"
            state.performed.insert(task.id)
            return rows(inputs.count)
        }
    }
}
