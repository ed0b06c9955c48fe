import Foundation
import GRDB
import TestSupport
import Testing

@testable import Execution

/// Looking at past runs, which may be somebody else's files.
@Suite struct ReadingRunsTests {
    @Test func `Reading leaves no file and no byte changed`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/runs.db"
        try await makeRun(path)
        let before = try Data(contentsOf: URL(filePath: path))
        #expect(try folder.files() == ["runs.db"])
        #expect(try RunStore(readingPath: path).runs().map(\.pipeline) == ["shop"])
        #expect(try folder.files() == ["runs.db"])
        #expect(try Data(contentsOf: URL(filePath: path)) == before)
    }

    @Test func `A run that is being written is read too`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/runs.db"
        let writer = try RunStore(path: path)
        _ = try await writer.begin(options, tasks: [], at: Date())
        let reader = try RunStore(readingPath: path)
        #expect(try reader.runs().map(\.state) == [.running])
        #expect(try reader.isComplete)
    }

    @Test func `A file without its tables is not complete`() throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/runs.db"
        try DatabaseQueue(path: path).write { try $0.execute(sql: "CREATE TABLE other (id)") }
        #expect(try RunStore(readingPath: path).isComplete == false)
    }

    @Test func `Writing through it fails`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path + "/runs.db"
        try await makeRun(path)
        let reader = try RunStore(readingPath: path)
        let other = RunOptions(pipeline: "shop", target: "prod")
        await #expect(throws: StateFailure.self) { try await reader.begin(other, tasks: [], at: Date()) }
    }

    private let options = RunOptions(pipeline: "shop", target: "dev", scope: "shop/dev")

    private func makeRun(_ path: String) async throws {
        let store = try RunStore(path: path)
        _ = try await store.begin(options, tasks: [], at: Date())
    }
}
