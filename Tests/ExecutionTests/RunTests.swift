import Foundation
import GRDB
import Synchronization
import TestSupport
import Testing

@testable import Execution

@Suite struct RunTests {
    private let folder: TemporaryFolder
    private let store: RunStore
    private let clock = ManualClock()
    private let options = RunOptions(pipeline: "shop", target: "dev", width: 2, newRun: RunID("r1"))

    init() throws {
        folder = try TemporaryFolder()
        store = try RunStore(path: folder.path + "/state/runs.db")
    }

    private func run(
        _ tasks: [TaskFacts],
        _ options: RunOptions? = nil,
        events: @escaping EventSink = { _, _ in },
        isStillThere: @escaping @Sendable (TaskFacts) async -> Bool = { _ in true },
        body: @escaping TaskBody
    ) async throws -> RunOutcome {
        try await Execution.run(
            tasks,
            options: options ?? self.options,
            store: store,
            clock: clock.clock,
            isStillThere: isStillThere,
            events: [events],
            body: body
        )
    }

    @Test func `events tell the whole run, in order`() async throws {
        let told = Told()
        let tasks = [task("a", group: "ingest"), task("b", ["a"], group: "load")]
        let outcome = try await run(tasks, events: told.sink) { task, context in
            context.log(.info, "reading \(task.id)", ["attempt": "\(context.attempt)"])
            context.progress(5)
            if task.id == "b" { throw broken }
            return rows(10)
        }
        let a = TaskResult(
            task: "a",
            group: "ingest",
            title: "task a",
            state: .succeeded(rows(10)),
            attempts: 1,
            startedAt: ManualClock.start,
            duration: .zero
        )
        let b = TaskResult(
            task: "b",
            group: "load",
            title: "task b",
            state: .failed(broken),
            attempts: 1,
            startedAt: ManualClock.start,
            duration: .zero
        )
        let expected = RunOutcome(
            run: RunID("r1"),
            pipeline: "shop",
            target: "dev",
            startedAt: ManualClock.start,
            duration: .zero,
            wasInterrupted: false,
            results: [a, b]
        )
        #expect(
            told.events == [
                .runStarted(RunStart(run: RunID("r1"), pipeline: "shop", target: "dev", session: 1, tasks: tasks)),
                .taskStarted("a", attempt: 1),
                .taskLogged("a", attempt: 1, .info, "reading a", fields: ["attempt": "1"]),
                .taskProgressed("a", rows: 5),
                .taskFinished(a),
                .taskStarted("b", attempt: 1),
                .taskLogged("b", attempt: 1, .info, "reading b", fields: ["attempt": "1"]),
                .taskProgressed("b", rows: 5),
                .taskFinished(b),
                .runFinished(expected),
            ]
        )
        #expect(outcome == expected)
        #expect(outcome.exitCode == .failures)
    }

    @Test func `a failed attempt is tried again after exactly its wait`() async throws {
        let retry = RetryPolicy(attempts: 3, delay: .seconds(4), jitter: 0)
        let advance = Task { [clock] in
            var waits: [Duration] = []
            for await wait in clock.sleeps {
                waits.append(wait)
                clock.advance(by: wait)
                if waits.count == 2 { break }
            }
            return waits
        }
        let outcome = try await run([task("a", retry: retry)]) { _, context in
            if context.attempt < 3 { throw lost }
            return rows(context.attempt)
        }
        #expect(await advance.value == [.seconds(4), .seconds(8)])
        #expect(
            outcome.results == [
                TaskResult(
                    task: "a",
                    group: "",
                    title: "task a",
                    state: .succeeded(rows(3)),
                    attempts: 3,
                    startedAt: ManualClock.start,
                    duration: .seconds(12)
                )
            ]
        )
        let kept = try store.attempts(of: RunID("r1"))
        #expect(kept.map(\.state) == [.failed, .failed, .succeeded])
        #expect(kept.map(\.failure) == [lost, lost, nil])
        #expect(kept.map(\.startedAt) == [0, 4, 12].map { ManualClock.start + $0 })
    }

    @Test func `a timeout cancels the body, awaits it and may be retried`() async throws {
        let advance = Task { [clock] in
            for await wait in clock.sleeps { clock.advance(by: wait) }
        }
        let stopped = Mutex(0)
        let retry = RetryPolicy(attempts: 2, delay: .seconds(1), jitter: 0)
        let outcome = try await run([task("a", retry: retry, timeout: .seconds(90)), task("b", ["a"])]) { _, _ in
            await cancellation()
            stopped.withLock { $0 += 1 }
            throw CancellationError()
        }
        advance.cancel()
        let late = TaskFailure(
            "stopped after its timeout of 1m 30s",
            code: "timeout",
            hint: "raise 'timeout' of the task, or find what it waits for in its log",
            isRetryable: true
        )
        #expect(outcome.states == ["a": .failed(late), "b": .skipped(SkipReason(chain: ["a"]))])
        #expect(outcome.results[0].attempts == 2)
        #expect(stopped.withLock { $0 } == 2)
    }

    @Test func `work that ended in spite of its timeout is done`() async throws {
        let advance = Task { [clock] in
            for await wait in clock.sleeps { clock.advance(by: wait) }
        }
        let outcome = try await run([task("a", timeout: .seconds(1))]) { _, _ in
            await cancellation()
            return rows(4)
        }
        advance.cancel()
        #expect(outcome.states == ["a": .succeeded(rows(4))])
    }

    @Test func `an interrupt stops cleanly, and resume goes on with what is not done`() async throws {
        let tasks = [
            task("a", fingerprint: "a1"), task("b", ["a"], fingerprint: "b1"), task("c", ["b"], fingerprint: "c1"),
        ]
        let told = Told()
        let running = Task { [self] in
            try await run(tasks, events: told.sink) { task, _ in
                if task.id == "b" {
                    told.reached("b")
                    await cancellation()
                    throw broken
                }
                return rows(1)
            }
        }
        await told.until("b")
        running.cancel()
        let outcome = try await running.value
        #expect(outcome.states == ["a": .succeeded(rows(1)), "b": .interrupted, "c": .interrupted])
        #expect(outcome.exitCode == .interrupted)
        #expect(told.events.contains(.interruptRequested(running: ["b"])))
        #expect(try store.run(RunID("r1"))?.state == .interrupted)

        var again = options
        again.resume = .last
        let resumed = try await run(tasks, again) { _, _ in rows(2) }
        #expect(resumed.run == RunID("r1"))
        #expect(
            resumed.states == [
                "a": .upToDate(rows(1), reason: "unchanged since run r1"), "b": .succeeded(rows(2)),
                "c": .succeeded(rows(2)),
            ]
        )
        let record = try #require(try store.run(RunID("r1")))
        #expect(record.state == .succeeded)
        #expect(record.session == 2)
        #expect(record.counts == [.succeeded: 2, .upToDate: 1])
    }

    @Test func `only what changed, vanished, is forced or has no fingerprint runs again`() async throws {
        func tasks(_ b: String) -> [TaskFacts] {
            [
                task("a", fingerprint: "a1"), task("b", fingerprint: b), task("c", fingerprint: "c1"),
                task("d", fingerprint: "d1"), task("always"),
            ]
        }
        var options = options
        _ = try await run(tasks("b1"), options) { _, _ in rows(1) }
        options.newRun = RunID("r2")
        options.force = .tasks(["c"])
        let outcome = try await run(tasks("b2"), options, isStillThere: { $0.id != "d" }) { _, _ in rows(2) }
        #expect(
            outcome.states == [
                "a": .upToDate(rows(1), reason: "unchanged since run r1"), "b": .succeeded(rows(2)),
                "c": .succeeded(rows(2)), "d": .succeeded(rows(2)), "always": .succeeded(rows(2)),
            ]
        )
        options.newRun = RunID("r3")
        options.force = .everything
        let forced = try await run(tasks("b2"), options) { _, _ in rows(3) }
        #expect(forced.results.allSatisfy { $0.state == .succeeded(rows(3)) })
    }

    @Test func `another scope knows nothing of this one's outputs`() async throws {
        let tasks = [task("a", fingerprint: "a1")]
        _ = try await run(tasks) { _, _ in rows(1) }
        let other = RunOptions(
            pipeline: "shop",
            target: "dev",
            scope: "shop/dev/2026-09-13",
            newRun: RunID("r2")
        )
        #expect(try await run(tasks, other) { _, _ in rows(2) }.states == ["a": .succeeded(rows(2))])
    }

    @Test func `a second live run of the same pipeline and target is refused`() async throws {
        var second = options
        second.newRun = RunID("r2")
        let refused = Mutex<RunRefusal?>(nil)
        let outcome = try await run([task("a")]) { [second] _, _ in
            do { _ = try await run([task("a")], second) { _, _ in rows(0) } } catch {
                refused.withLock { $0 = error as? RunRefusal }
            }
            return rows(1)
        }
        #expect(outcome.exitCode == .success)
        let refusal = try #require(refused.withLock { $0 })
        let process = ProcessIdentity.current
        #expect(
            refusal
                == .alreadyRunning(
                    RunID("r1"),
                    pipeline: "shop",
                    target: "dev",
                    process: process,
                    since: ManualClock.start
                )
        )
        #expect(refusal.exitCode == .refused)
        #expect(
            refusal.description == """
                run r1 of 'shop' into 'dev' is under way since 2026-09-12T03:00:00Z (process \(process.pid) on \
                '\(process.host)')
                """
        )
        #expect(try await run([task("a")], second) { _, _ in rows(2) }.exitCode == .success)
    }

    @Test func `resuming needs a run of the same pipeline and target`() async throws {
        var options = options
        options.resume = .last
        await #expect(throws: RunRefusal.nothingToResume(pipeline: "shop", target: "dev")) {
            try await run([], options) { _, _ in rows(0) }
        }
        options.resume = .run(RunID("r9"))
        await #expect(throws: RunRefusal.unknownRun(RunID("r9"))) {
            try await run([], options) { _, _ in rows(0) }
        }
        _ = try await run([]) { _, _ in rows(0) }
        let elsewhere = RunOptions(pipeline: "shop", target: "prod", resume: .run(RunID("r1")))
        await #expect(throws: RunRefusal.belongsElsewhere(RunID("r1"), pipeline: "shop", target: "dev")) {
            try await run([], elsewhere) { _, _ in rows(0) }
        }
    }

    @Test func `secrets reach neither views nor store`() async throws {
        var options = options
        options.redaction = Redaction(["hunter2", "hunter2+", ""])
        let told = Told()
        _ = try await run([task("a")], options, events: told.sink) { _, context in
            context.log(.debug, "dsn hunter2+@db", ["password": "hunter2"])
            throw TaskFailure(
                "cannot log in with hunter2",
                code: "28P01",
                hint: "not hunter2",
                details: ["q": "hunter2"]
            )
        }
        #expect(
            told.events.contains(
                .taskLogged("a", attempt: 1, .debug, "dsn •••@db", fields: ["password": "•••"])
            )
        )
        #expect(
            try store.tasks(of: RunID("r1"))[0].failure
                == TaskFailure(
                    "cannot log in with •••",
                    code: "28P01",
                    hint: "not •••"
                )
        )
        #expect(!"\(told.events)".contains("hunter2"))
    }

    @Test func `a run gives signs of life while its tasks work`() async throws {
        var beats = clock.beats.makeAsyncIterator()
        let told = Told()
        let running = Task { [self] in
            try await run([task("a")]) { _, _ in
                told.reached("a")
                await cancellation()
                throw CancellationError()
            }
        }
        await told.until("a")
        await beats.next()
        clock.advance(by: RunStore.heartbeat)
        await beats.next()
        let heard = try await store.database.read { try Lease.fetchAll($0, sql: "SELECT * FROM leases") }
        #expect(
            heard == [
                Lease(
                    run: RunID("r1"),
                    lane: "shop/dev",
                    process: .current,
                    acquiredAt: ManualClock.start,
                    heartbeatAt: ManualClock.start + 10
                )
            ]
        )
        running.cancel()
        #expect(try await running.value.exitCode == .interrupted)
    }

    @Test func `a store that fails stops the run, which is then interrupted`() async throws {
        await #expect(throws: DatabaseError.self) {
            try await run([task("a")]) { [store] _, _ in
                try await store.database.write { try $0.execute(sql: "DROP TABLE events") }
                return rows(1)
            }
        }
        #expect(try store.run(RunID("r1"))?.state == .interrupted)
        #expect(try store.tasks(of: RunID("r1")).map(\.state) == [.interrupted])
    }

    /// How long they take is measured by `make bench-tasks`.
    @Test func `two thousand tasks are done once`() async throws {
        let tasks = (0..<2_000).map { number in
            task("t\(number)", number < 10 ? [] : [TaskID("t\(number - 10)")], fingerprint: "f")
        }
        let outcome = try await run(tasks) { _, _ in TaskReport() }
        #expect(outcome.exitCode == .success)
        var again = options
        again.resume = .last
        let resumed = try await run(tasks, again) { _, _ in throw broken }
        #expect(resumed.exitCode == .success)
    }
}

/// Keeps what happened, and lets a test wait for a named point.
final class Told: Sendable {
    private let kept = Mutex<[RunEvent]>([])
    private let points: AsyncStream<String>
    private let point: AsyncStream<String>.Continuation

    init() { (points, point) = AsyncStream.makeStream() }

    var events: [RunEvent] { kept.withLock { $0 } }

    var sink: EventSink { { event, _ in self.kept.withLock { $0.append(event) } } }

    func reached(_ name: String) { point.yield(name) }

    func until(_ name: String) async {
        for await reached in points where reached == name { return }
    }
}

/// Returns when the calling task is cancelled.
func cancellation() async {
    let (stream, continuation) = AsyncStream<Never>.makeStream()
    for await _ in stream {}
    continuation.finish()
}
