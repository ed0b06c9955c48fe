import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Execution

/// What is forgotten of old runs, and what is not.
@Suite struct PruningTests {
    private let folder: TemporaryFolder
    private let store: RunStore
    private let clock = ManualClock()
    private let cutoff: Date

    init() throws {
        folder = try TemporaryFolder()
        store = try RunStore(path: folder.path + "/runs.sqlite")
        cutoff = clock.clock.now() + 3600
    }

    /// A run of one task, whose output is known by its scope.
    private func ran(
        _ name: String,
        scope: String = "s",
        target: String = "dev",
        day: Int? = nil,
        fails: Bool = false
    ) async throws {
        var options = RunOptions(pipeline: "shop", target: target, scope: scope, newRun: RunID(name))
        options.interval = day.map { day in
            RunInterval(
                start: Date(timeIntervalSince1970: Double(day) * 86400),
                end: Date(timeIntervalSince1970: Double(day + 1) * 86400)
            )
        }
        options.isWhole = true
        clock.advance(by: .seconds(1))
        let facts = task("a", fingerprint: name)
        _ = try await run([facts], options: options, store: store, clock: clock.clock) { _, _ in
            if fails { throw broken }
            return rows(1)
        }
    }

    private func prune(staged: Set<RunID> = []) async throws -> PrunedRuns {
        let found = try store.prunable(target: "dev", endedBefore: cutoff, staged: staged)
        try await store.prune(found, target: "dev", endedBefore: cutoff, staged: staged)
        return found
    }

    private var kept: [String] { get throws { try store.runs().map(\.id.rawValue).sorted() } }

    @Test func `what no output and no interval goes by is removed, the latest run never`() async throws {
        try await ran("r1")
        try await ran("r2")
        try await ran("r3", fails: true)
        #expect(try await prune() == PrunedRuns(removed: [RunID("r1"), RunID("r2")]))
        #expect(try kept == ["r3"])
        #expect(try store.tasks(of: RunID("r1")).isEmpty)
        #expect(try store.attempts(of: RunID("r1")).isEmpty)
    }

    @Test func `up-to-date decisions stay as they are`() async throws {
        try await ran("r1", scope: "day 1")
        try await ran("r2", scope: "day 2")
        try await ran("r3", scope: "day 3")
        let before = try store.ledger(scope: "day 1")
        #expect(try await prune() == PrunedRuns(thinned: [RunID("r1"), RunID("r2")]))
        #expect(try store.ledger(scope: "day 1") == before)
        #expect(try store.tasks(of: RunID("r1")).map(\.state) == [.succeeded])
        #expect(try store.attempts(of: RunID("r1")).isEmpty)
        #expect(try await prune() == PrunedRuns(), "what is thin already is not told again")
    }

    @Test func `an interval keeps its latest run and its latest success`() async throws {
        try await ran("r1", day: 1)
        try await ran("r2", day: 1)
        try await ran("r3", day: 1, fails: true)
        try await ran("r4", day: 2)
        let before = try store.intervals(pipeline: "shop", target: "dev")
        #expect(try await prune() == PrunedRuns(removed: [RunID("r1")], thinned: [RunID("r2"), RunID("r3")]))
        #expect(try store.intervals(pipeline: "shop", target: "dev") == before)
    }

    @Test func `a failed run with something staged can still be resumed`() async throws {
        try await ran("r1", fails: true)
        try await ran("r2", fails: true)
        try await ran("r3")
        #expect(try await prune(staged: [RunID("r1"), RunID("r3")]) == PrunedRuns(removed: [RunID("r2")]))
        #expect(try store.attempts(of: RunID("r1")).count == 1)
    }

    @Test func `young runs, runs at work and runs of other targets are let be`() async throws {
        try await ran("other", scope: "o", target: "prod")
        let atWork = RunOptions(pipeline: "shop", target: "dev", scope: "w", newRun: RunID("work"))
        _ = try await store.begin(atWork, tasks: [], at: clock.clock.now())
        clock.advance(by: .seconds(7200))
        try await ran("young")
        try await ran("latest")
        #expect(try await prune() == PrunedRuns())
        #expect(try kept == ["latest", "other", "work", "young"])
    }
}
