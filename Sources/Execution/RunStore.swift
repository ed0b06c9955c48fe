import Foundation
import GRDB

/// State of all runs, in one SQLite file: who runs, what was tried, what is done.
///
/// One writer at a time, within the process by GRDB and between processes by SQLite. Every write is a transaction,
/// so a killed process leaves whole facts. Texts arrive here with secrets blotted out.
package final class RunStore: Sendable {
    let database: any DatabaseWriter
    let process: ProcessIdentity
    private let path: String
    /// A holder on another machine that has not been heard of for longer is taken for dead.
    static let patience: Duration = .seconds(60)
    /// Between two signs of life.
    static let heartbeat: Duration = .seconds(10)

    /// Opens or makes the file and its folder. `process` is who holds the runs started here.
    package init(path: String, process: ProcessIdentity = .current) throws {
        let folder = URL(filePath: path).deletingLastPathComponent()
        self.path = path
        self.process = process
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            var configuration = Configuration()
            configuration.label = "runs"
            configuration.busyMode = .timeout(10)
            database = try DatabasePool(path: path, configuration: configuration)
            try Self.alone(in: folder.path) { try Self.migrations.migrate(database) }
        } catch {
            throw StateFailure(error, path: path) ?? error
        }
    }

    /// Opens a file that is there, for reading alone: nothing is made, migrated or written, in the file or beside it.
    package init(readingPath path: String, process: ProcessIdentity = .current) throws {
        var configuration = Configuration()
        configuration.label = "runs"
        configuration.busyMode = .timeout(10)
        configuration.readonly = true
        database = try DatabaseQueue(path: Self.readOnlyLocation(of: path), configuration: configuration)
        self.process = process
        self.path = path
    }

    /// One process after another: of two that find a file without tables both would make them.
    private static func alone(in folder: String, _ work: () throws -> Void) throws {
        let lock = open(folder, O_RDONLY | O_CLOEXEC)
        guard lock >= 0 else { return try work() }  // a folder that cannot be opened is told by the work itself
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0, errno == EINTR {}
        try work()
    }

    /// Whether the file has all tables; a process killed while making it leaves one that has not.
    package var isComplete: Bool {
        get throws { try database.read { try Self.migrations.hasCompletedMigrations($0) } }
    }

    /// Without a run at work everything is in the one file. SQLite must be told that it stays so, else it makes its two
    /// files beside it even for a reader, and fails where it may not. With a run at work they are there already.
    private static func readOnlyLocation(of path: String) -> String {
        var log = stat()
        let isAtWork = stat("\(path)-wal", &log) == 0 && log.st_size > 0
        return isAtWork ? path : URL(filePath: path).absoluteString + "?immutable=1"
    }

    /// Waits for GRDB's writer without holding a thread. Not cancelled with the caller: the end of a cancelled run
    /// has to be written too.
    func write<T: Sendable>(_ updates: @escaping @Sendable (Database) throws -> T) async throws -> T {
        try await withCheckedThrowingContinuation { continuation in
            database.asyncWrite(updates) { [path] _, result in
                continuation.resume(with: result.mapError { StateFailure($0, path: path) ?? $0 })
            }
        }
    }
}
