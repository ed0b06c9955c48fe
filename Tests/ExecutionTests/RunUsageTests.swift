import Foundation
import TestSupport
import Testing

@testable import Execution

/// What runs took of the machine, as plans and listings ask for it.
struct RunUsageTests {
    @Test func `the most of all sessions stays, and only whole successes count`() async throws {
        let folder = try TemporaryFolder()
        let store = try RunStore(path: folder.path + "/runs.sqlite")
        let done = try await ended(store, failing: false)
        try await store.record(RunUsage(memory: 300, spill: 0), of: done)
        try await store.record(RunUsage(memory: 200, spill: 50), of: done)
        let failed = try await ended(store, failing: true)
        try await store.record(RunUsage(memory: 900, spill: 900), of: failed)
        _ = try await ended(store, failing: false)
        #expect(try store.usages(pipeline: "p", target: "t", limit: 10) == [RunUsage(memory: 300, spill: 50)])
        #expect(try store.usages(pipeline: "p", target: "other", limit: 10) == [])
        #expect(try store.run(failed)?.usage == RunUsage(memory: 900, spill: 900))
        #expect(try store.runs().first?.usage == nil)
    }

    private func ended(_ store: RunStore, failing: Bool) async throws -> RunID {
        var options = RunOptions(pipeline: "p", target: "t", scope: "s")
        options.isWhole = true
        let task = TaskFacts(id: "a", group: "load", title: "a")
        return try await run([task], options: options, store: store) { _, _ in
            if failing { throw TaskFailure("no", code: "no") }
            return TaskReport()
        }.run
    }
}
