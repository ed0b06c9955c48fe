import Engines
import Expressions
import Foundation
import Testing

@testable import DuckDBEngine

/// The real library. Tests fail where it is missing.
enum TestDuckDB {
    static let library = Result { () throws(EngineError) in try DuckDBLibrary.locate(startingAt: folders) }

    static func session(_ settings: DuckDBSettings = DuckDBSettings(threads: 2)) throws -> DuckDBSession {
        try DuckDB(library: library.get(), settings: settings).session()
    }

    /// The checkout's folder, and above the place where the tests run.
    private static let folders =
        [URL(fileURLWithPath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent().path]
        + DuckDBLibrary.defaultFolders
}

/// A folder of its own for one test, removed with it.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = URL(fileURLWithPath: NSTemporaryDirectory()).appendingPathComponent("esteira-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func file(_ name: String, _ text: String) throws -> String {
        let file = "\(path)/\(name)"
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }
}

/// The error that `body` throws.
func expectEngineError(
    _ expected: EngineError,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () throws -> Void
) {
    #expect(throws: expected, sourceLocation: sourceLocation, performing: body)
}
