import Foundation
import TestSupport
import Testing

/// A project in a folder of its own, and the database it loads into.
final class Place: Sendable {
    let folder: TemporaryFolder
    let database: PrivateDatabase?
    private let environment: [String: String]

    /// - Parameter database: nil where nothing is loaded into a server; then `DATABASE_URL` leads nowhere.
    init(database: PrivateDatabase? = nil) throws {
        folder = try TemporaryFolder()
        self.database = database
        var environment = ProcessInfo.processInfo.environment
        environment["DATABASE_URL"] = database?.url ?? "postgresql://nobody@127.0.0.1:1/nowhere"
        environment["NO_COLOR"] = "1"
        environment["LC_ALL"] = "C.UTF-8"
        self.environment = environment
    }

    /// The project at the root of this repository.
    static func shop(_ database: PrivateDatabase? = nil) throws -> Place {
        let place = try Place(database: database)
        for name in ["esteira.yaml", "pipelines", "schemas", "expectations"] {
            try FileManager.default.copyItem(
                at: repositoryRoot.appending(path: name),
                to: place.folder.url.appending(path: name)
            )
        }
        return place
    }

    func esteira(_ arguments: String..., watch: Watch? = nil) async throws -> Finished {
        try await esteira(arguments, watch: watch)
    }

    func esteira(
        _ arguments: [String],
        environment more: [String: String] = [:],
        watch: Watch? = nil
    ) async throws -> Finished {
        try await start(
            Program.url(),
            arguments,
            in: folder.url,
            environment: environment.merging(more) { $1 },
            watch: watch
        )
    }

    /// Runs the program and expects it to end with a code.
    @discardableResult
    func esteira(
        _ arguments: [String],
        ends code: Int32,
        watch: Watch? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Finished {
        let finished = try await esteira(arguments, watch: watch)
        #expect(
            finished.code == code,
            "esteira \(arguments.joined(separator: " ")): \(finished)",
            sourceLocation: sourceLocation
        )
        return finished
    }

    /// Puts a text in place of another one in a file of the project.
    func edit(_ path: String, _ old: String, _ new: String) throws {
        let text = try folder.read(path)
        try #require(text.contains(old), "'\(path)' has no '\(old)'")
        try folder.write(text.replacing(old, with: new), to: path)
    }

    func remove(_ path: String) throws {
        let url = folder.url.appending(path: path)
        if FileManager.default.fileExists(atPath: url.path) { try FileManager.default.removeItem(at: url) }
    }

    func bytes(_ path: String) throws -> Data { try Data(contentsOf: folder.url.appending(path: path)) }
}

/// The day that the tests process.
let day = "2026-01-31"

/// Settings of a small shop: a fortieth of the real one.
let small = ["--param", "date=\(day)", "--param", "orders=5000", "--param", "users=200", "--param", "products=200"]
