import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Execution

/// Mapped tasks, sensors and deadlines through the whole loop, with a store.
@Suite struct MappedRunTests {
    private let folder: TemporaryFolder
    private let store: RunStore

    init() throws {
        folder = try TemporaryFolder()
        store = try RunStore(path: folder.path + "/state/runs.db")
    }

    private func options(_ run: String) -> RunOptions {
        RunOptions(pipeline: "shop", target: "dev", width: 4, newRun: RunID(run))
    }

    private func mapped(_ fingerprint: String? = nil) -> TaskFacts {
        var facts = task("ingest", fingerprint: fingerprint)
        facts.mapping = MappingPolicy()
        return facts
    }

    @Test func `a failed member alone is repeated when the run is resumed`() async throws {
        let worked = Mutex<[String]>([])
        let isMended = Mutex(false)
        let body: TaskBody = { facts, context in
            worked.withLock { $0.append("\(facts.id)") }
            switch (context.phase, facts.member?.key) {
            case (.work, nil):
                return .found(["a", "b", "c"].map { TaskMember(key: $0, fingerprint: "file \($0)") })
            case (.work, "b"?) where !isMended.withLock(\.self): throw broken
            case (.work, _): return rows(10)
            case (.gather(let reports), _): return rows(reports.compactMap(\.rowsOut).reduce(0, +))
            }
        }
        let first = try await run([mapped("f")], options: options("r1"), store: store, body: body)
        #expect(first.exitCode == .failures)
        #expect(
            first.results.map { "\($0.task) \($0.state.name)" } == [
                "ingest failed", "ingest[a] succeeded", "ingest[b] failed", "ingest[c] succeeded",
            ])
        #expect(
            try store.tasks(of: RunID("r1")).map { "\($0.task) \($0.state)" } == [
                "ingest failed", "ingest[a] succeeded", "ingest[b] failed", "ingest[c] succeeded",
            ])
        isMended.withLock { $0 = true }
        worked.withLock { $0 = [] }
        var again = options("r1")
        (again.newRun, again.resume) = (nil, .last)
        let second = try await run([mapped("f")], options: again, store: store, body: body)
        #expect(second.exitCode == .success)
        #expect(worked.withLock(\.self) == ["ingest", "ingest[b]", "ingest"])
        #expect(second.states["ingest"] == .succeeded(rows(30)))
    }

    @Test(arguments: [1, 3])
    func `no more members work at once than the task allows, and each works once`(width: Int) async throws {
        let working = Mutex((now: 0, most: 0, done: Set<String>()))
        var ingest = mapped()
        ingest.mapping = MappingPolicy(width: width)
        ingest.retry = RetryPolicy(attempts: 2, delay: .zero)
        let keys = (0..<40).map { "\($0)" }
        let outcome = try await run([ingest], options: options("r1"), store: store) { facts, context in
            guard let key = facts.member?.key else {
                if case .gather(let reports) = context.phase { return rows(reports.count) }
                return .found(keys.map { TaskMember(key: $0) })
            }
            working.withLock {
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            defer { working.withLock { $0.now -= 1 } }
            await Task.yield()
            if context.attempt == 1, key.hasSuffix("7") { throw lost }
            #expect(working.withLock { $0.done.insert(key).inserted })
            return rows(1)
        }
        #expect(outcome.states["ingest"] == .succeeded(rows(40)))
        #expect(working.withLock(\.most) <= width)
        #expect(outcome.results.map(\.task.rawValue) == ["ingest"] + keys.map { "ingest[\($0)]" })
        #expect(try store.tasks(of: RunID("r1")).map(\.task) == outcome.results.map(\.task))
        #expect(try store.attempts(of: RunID("r1")).count { $0.state == .failed } == 4)
    }

    @Test func `a sensor looks until it sees, and the store says when it looks again`() async throws {
        let looks = Mutex(0)
        var sensor = task("wait")
        sensor.sensor = SensorPolicy(poll: .milliseconds(1), timeout: .seconds(60))
        let told = Mutex<[String]>([])
        let outcome = try await run(
            [sensor], options: options("r1"), store: store,
            events: [
                { event, _ in
                    if case .taskWaits(let task, let seen, let isNew, _) = event {
                        told.withLock { $0.append("\(task) \(seen) \(isNew)") }
                    }
                }
            ],
            body: { _, context in
                let look = looks.withLock { looks in
                    looks += 1
                    return looks
                }
                #expect(context.attempt == 1)
                return look < 4 ? .notYet(look < 3 ? "no file" : "1 of 2 files") : rows(0)
            })
        #expect(outcome.states["wait"] == .succeeded(rows(0)))
        #expect(told.withLock(\.self) == ["wait no file true", "wait no file false", "wait 1 of 2 files true"])
        #expect(try store.attempts(of: RunID("r1")).map(\.state) == [.succeeded])
    }

    @Test func `what is late is told once, and works on`() async throws {
        let clock = ManualClock()
        var slow = task("slow")
        slow.deadline = .seconds(30)
        var quick = task("quick")
        quick.deadline = .seconds(30)
        let late = Mutex<[TaskID?]>([])
        let (wait, go) = AsyncStream<Void>.makeStream()
        let outcome = try await run(
            [slow, quick], options: options("r1"), store: store, clock: clock.clock,
            events: [
                { event, _ in
                    switch event {
                    case .taskFinished(let result) where result.task == "quick": clock.advance(by: .seconds(30))
                    case .deadlineMissed(let task, _):
                        late.withLock { $0.append(task) }
                        go.finish()
                    default: break
                    }
                }
            ],
            body: { facts, _ in
                if facts.id == "slow" { for await _ in wait {} }
                return rows(1)
            })
        #expect(late.withLock(\.self) == ["slow"])
        #expect(outcome.exitCode == .success)
    }
}
