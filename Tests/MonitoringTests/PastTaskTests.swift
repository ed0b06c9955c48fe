import Foundation
import Reporting
import Synchronization
import TestSupport
import Testing

@testable import Execution
@testable import Monitoring

@Suite struct PastTaskTests {
    private let folder: TemporaryFolder
    private let store: RunStore

    init() throws {
        folder = try TemporaryFolder()
        store = try RunStore(path: folder.path + "/runs.sqlite")
    }

    private func ran(_ tasks: [TaskFacts], _ body: @escaping TaskBody) async throws {
        let moment = start
        // Waits are over at once, but for that of the heartbeat, which the end of the run cuts short.
        let clock = RunClock(
            now: { moment },
            sleep: { if $0 >= .seconds(10) { try await Task.sleep(for: .seconds(3600)) } }
        )
        let options = RunOptions(pipeline: "shop", target: "dev", newRun: RunID("r1"))
        _ = try await run(tasks, options: options, store: store, clock: clock, body: body)
    }

    private func told(_ task: String, dependencies: [String] = []) throws -> String {
        let run = try #require(try store.latestRun(with: id(task), pipeline: "shop", target: "dev"))
        let past = try #require(try PastTask(id(task), in: run, of: store))
        return past.text(TextStyle(), dependencies: dependencies.map(id))
    }

    @Test func `a skip names the failure that began it`() async throws {
        try await ran([facts("a"), facts("b", ["a"]), facts("c", ["b"])]) { _, _ in throw broken }
        #expect(
            try told("c") == """
                in run r1, started 2026-09-12T03:00:00Z, c: skipped
                  'a' failed → b
                  a failed:
                    cannot log in as 'etl' FATAL (28P01)
                    help: check the profile's 'password'

                """
        )
    }

    @Test func `each of several attempts is told`() async throws {
        var patient = facts("a")
        patient.retry = RetryPolicy(attempts: 2, delay: .seconds(1))
        patient.decision = "{}"
        try await ran([patient]) { _, context in
            if context.attempt == 1 { throw TaskFailure("connection lost", code: "08006", isRetryable: true) }
            return TaskReport(rowsOut: 1)
        }
        #expect(
            try told("a") == """
                in run r1, started 2026-09-12T03:00:00Z, a: ok, 2 attempts, 0.0s
                  attempt 1 at 2026-09-12T03:00:00Z: failed after 0.0s: connection lost (08006)
                  attempt 2 at 2026-09-12T03:00:00Z: ok after 0.0s

                """
        )
        #expect(try store.tasks(of: RunID("r1")).map(\.decision) == ["{}"])
    }

    @Test func `a sensor says what it saw last, and a mapped task how its items ended`() async throws {
        var sensor = facts("wait")
        sensor.sensor = SensorPolicy(poll: .seconds(1), timeout: .zero)
        var mapped = facts("ingest")
        mapped.mapping = MappingPolicy()
        var patient = facts("again")
        patient.sensor = SensorPolicy(poll: .seconds(1), timeout: .seconds(9))
        let looks = Looks()
        try await ran([sensor, mapped, patient]) { task, context in
            if task.id == id("wait") { return .notYet("1 of 2 files") }
            if task.id == id("again") { return looks.isFirst() ? .notYet("no file") : TaskReport() }
            if let member = task.member { return member.key == "y" ? try refuse() : TaskReport(rowsOut: 1) }
            return .found([TaskMember(key: "x"), TaskMember(key: "y")])
        }
        #expect(
            try told("wait") == """
                in run r1, started 2026-09-12T03:00:00Z, wait: failed, 0.0s
                  what it waits for did not come in 0.0s: 1 of 2 files (EST7041)
                  help: see why it is late, wait longer with 'timeout:', or write 'if_missing: skip'

                """
        )
        #expect(
            try told("again") == """
                in run r1, started 2026-09-12T03:00:00Z, again: ok, 0.0s
                  it last saw: no file (since 2026-09-12T03:00:00Z)

                """
        )
        #expect(
            try told("ingest").hasSuffix(
                """
                  2 items: 1 ok, 1 failed
                  ingest[y]: cannot log in as 'etl' FATAL (28P01)

                """
            )
        )
    }

    @Test func `in a run at work a task says what it waits for`() async throws {
        let (tasks, store) = ([facts("a"), facts("b", ["a"]), facts("c")], store)
        let options = RunOptions(pipeline: "shop", target: "dev", newRun: RunID("r1"))
        let start = try await store.begin(options, tasks: tasks, at: Date())
        let recorded = RecordedRun(start, scope: options.scope)
        try await store.record([.runStarted(start), .taskStarted(id("a"), attempt: 1)], of: recorded, at: Date())
        #expect(try told("b", dependencies: ["a"]).hasSuffix("b: waiting\n  it waits for a: running\n"))
        #expect(try told("c").hasSuffix("c: waiting\n  it waits for a free slot\n"))
    }

    @Test func `a task that no run had has no past`() throws {
        #expect(try store.latestRun(with: id("a"), pipeline: "shop", target: "dev") == nil)
    }
}

private func refuse() throws -> TaskReport { throw broken }

private final class Looks: Sendable {
    private let count = Mutex(0)

    func isFirst() -> Bool {
        count.withLock { count in
            count += 1
            return count == 1
        }
    }
}
