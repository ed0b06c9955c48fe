import Foundation
import TestSupport
import Testing

@testable import Execution

@Suite struct RunStoreTests {
    private let folder: TemporaryFolder
    private let path: String
    private let here = ProcessIdentity.current
    private let now = ManualClock.start

    init() throws {
        folder = try TemporaryFolder()
        path = folder.path + "/runs.db"
    }

    private func options(_ run: String, target: String = "dev") -> RunOptions {
        var options = RunOptions(
            pipeline: "shop", target: target, arguments: ["select": "+load.orders"], newRun: RunID(run))
        options.parameters = ["date": "2026-01-31"]
        return options
    }

    @Test func `a lease on another machine holds while it gives signs of life`() async throws {
        let elsewhere = ProcessIdentity(pid: 7, host: "other", boot: "b", start: "1")
        let store = try RunStore(path: path)
        let other = try RunStore(path: path, process: elsewhere)
        _ = try await other.begin(options("r1"), tasks: [], at: now)
        let refusal = RunRefusal.alreadyRunning(
            RunID("r1"),
            pipeline: "shop",
            target: "dev",
            process: elsewhere,
            since: now
        )
        await #expect(throws: refusal) { try await store.begin(options("r2"), tasks: [], at: now + 59) }
        try await other.renewLease(of: RunID("r1"), at: now + 59)
        await #expect(throws: refusal) { try await store.begin(options("r2"), tasks: [], at: now + 118) }
        #expect(try store.run(RunID("r1"), now: now + 118)?.state == .running)
        #expect(try store.run(RunID("r1"), now: now + 120)?.state == .interrupted)
        _ = try await store.begin(options("r2"), tasks: [], at: now + 120)
        let first = try #require(try store.run(RunID("r1")))
        #expect(first.state == .interrupted)
        #expect(first.finishedAt == now + 59)
    }

    @Test func `a process of an earlier start, or with a number used again, is dead`() {
        var before = here
        #expect(before.isAlive() == true)
        before.start = "1"
        #expect(before.isAlive() == false)
        before = here
        before.boot = "earlier"
        #expect(before.isAlive() == false)
        before.host = "other"
        #expect(before.isAlive() == nil)
        before = here
        before.pid = .max
        #expect(before.isAlive() == false)
    }

    @Test func `other targets run at the same time`() async throws {
        let store = try RunStore(path: path)
        _ = try await store.begin(options("r1"), tasks: [], at: now)
        _ = try await store.begin(options("r2", target: "prod"), tasks: [], at: now)
        #expect(try store.runs(now: now).map(\.id) == [RunID("r2"), RunID("r1")])
        #expect(try store.latestRun(pipeline: "shop", target: "dev", now: now)?.id == RunID("r1"))
    }

    @Test func `of many that start at once, one gets the lease`() async throws {
        let stores = try (0..<8).map { _ in try RunStore(path: path) }
        let started = await withTaskGroup(of: Bool.self) { group in
            for (number, store) in stores.enumerated() {
                group.addTask { [options = options("r\(number)"), now] in
                    do { _ = try await store.begin(options, tasks: [], at: now) } catch { return false }
                    return true
                }
            }
            return await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(started == 1)
        #expect(try stores[0].runs(now: now).count == 1)
    }

    @Test func `runs and their tasks read back as they were written`() async throws {
        let store = try RunStore(path: path)
        let tasks = [task("a", group: "ingest", fingerprint: "a1"), task("b", ["a"], group: "load")]
        _ = try await run(tasks, options: options("r1"), store: store, clock: ManualClock().clock) { task, _ in
            if task.id == "a" {
                throw TaskFailure("no such file", code: "EST6001", hint: "make it", details: ["row": "secret-ish"])
            }
            return rows(1)
        }
        #expect(
            try store.runs(pipeline: "shop") == [
                RunRecord(
                    id: RunID("r1"),
                    pipeline: "shop",
                    target: "dev",
                    scope: "shop/dev",
                    state: .failed,
                    session: 1,
                    startedAt: now,
                    finishedAt: now,
                    arguments: ["select": "+load.orders"],
                    parameters: ["date": "2026-01-31"],
                    counts: [.failed: 1, .skipped: 1]
                )
            ]
        )
        #expect(
            try store.tasks(of: RunID("r1")) == [
                TaskRecord(
                    task: "a",
                    group: "ingest",
                    title: "task a",
                    state: .failed,
                    attempts: 1,
                    startedAt: now,
                    duration: .zero,
                    report: nil,
                    failure: TaskFailure("no such file", code: "EST6001", hint: "make it"),
                    reason: nil
                ),
                TaskRecord(
                    task: "b",
                    group: "load",
                    title: "task b",
                    state: .skipped,
                    attempts: 0,
                    startedAt: nil,
                    duration: .zero,
                    report: nil,
                    failure: nil,
                    reason: "'a' failed"
                ),
            ]
        )
        #expect(try store.runs(pipeline: "other") == [])
        #expect(try store.run(RunID("r2")) == nil)
    }

    @Test func `names of runs sort by time and are file names`() {
        var random = SeededRandom(1)
        let name = RunID(startedAt: now, using: &random).rawValue
        #expect(name.hasPrefix("20260912T030000-"))
        #expect(name.count == 20)
        #expect(name.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    }

    @Test func `durations are short for a person`() {
        let durations: [Duration] = [.zero, .milliseconds(3), .milliseconds(12_340), .seconds(125), .seconds(3_725)]
        #expect(durations.map(\.text) == ["0.0s", "0.1s", "12.3s", "2m 05s", "1h 02m"])
    }
}
