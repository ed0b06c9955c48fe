internal import CDuckDB
package import Engines
internal import Foundation

/// The embedded engine: one database, in memory or in a file, shared by the process.
///
/// Safe to share: the handle is set once, DuckDB's database is thread-safe, and it is closed when the last
/// reference (each session holds one) is gone.
package final class DuckDB: Engine, @unchecked Sendable {
    package let library: DuckDBLibrary
    private let handle: duckdb_database
    private let spillFolder: String

    var functions: UnsafePointer<duckdb_functions> { library.functions.pointer }

    /// - Parameter database: path of a database file, made when absent; nil: in memory.
    package init(
        library: DuckDBLibrary,
        database: String? = nil,
        settings: DuckDBSettings = DuckDBSettings()
    ) throws(EngineError) {
        let parent = settings.temporaryDirectory ?? NSTemporaryDirectory()
        // DuckDB makes the folder when it first spills.
        spillFolder =
            URL(fileURLWithPath: parent).appendingPathComponent(
                "esteira-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString)"
            ).path
        let options = settings.options(spillingTo: spillFolder, availableMemory: AvailableMemory.total)
        handle = try Self.open(database ?? ":memory:", options, library.functions.pointer)
        self.library = library
        // Known only once the extension that is part of the library is there, so it cannot be an opening option.
        try session().execute("SET GLOBAL TimeZone = \(literal: settings.timeZone)")
    }

    deinit {
        var handle: duckdb_database? = handle
        functions.pointee.close(&handle)
        if FileManager.default.fileExists(atPath: spillFolder) {
            try? FileManager.default.removeItem(atPath: spillFolder)  // nobody is left to tell
        }
    }

    /// Bytes that lie on disk now because they did not fit into memory.
    package var spilledBytes: Int {
        // DuckDB makes the folder when it first spills, and takes files away at any time.
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: spillFolder) else { return 0 }
        return names.reduce(0) { total, name in
            let facts = try? FileManager.default.attributesOfItem(atPath: "\(spillFolder)/\(name)")
            return total + (facts?[.size] as? Int ?? 0)
        }
    }

    package func connect() throws(EngineError) -> any EngineSession { try session() }

    /// A connection with what only DuckDB offers.
    package func session() throws(EngineError) -> DuckDBSession {
        var connection: duckdb_connection?
        guard functions.pointee.connect(handle, &connection) == 0, let connection else {
            throw EngineError(.connection, "DuckDB gives no further connection")
        }
        let session = DuckDBSession(connection, of: self)
        // DuckDB counts progress only for a connection that would show it.
        try session.execute("SET enable_progress_bar = true; SET enable_progress_bar_print = false")
        return session
    }

    private static func open(
        _ path: String,
        _ options: [(name: String, value: String)],
        _ functions: UnsafePointer<duckdb_functions>
    ) throws(EngineError) -> duckdb_database {
        var config: duckdb_config?
        guard functions.pointee.create_config(&config) == 0, let open = config else {
            throw EngineError(.outOfMemory, "DuckDB cannot make its configuration")
        }
        defer { functions.pointee.destroy_config(&config) }
        for option in options where functions.pointee.set_config(open, option.name, option.value) != 0 {
            throw EngineError(.other, "DuckDB does not accept the setting '\(option.name)'")
        }
        var handle: duckdb_database?
        var words: UnsafeMutablePointer<CChar>?
        let status = functions.pointee.open_ext(path, &handle, open, &words)
        defer { functions.pointee.free(words) }
        guard status == 0, let handle else {
            throw .duckDB(words.map { String(cString: $0) } ?? "IO Error: cannot open '\(path)'")
        }
        return handle
    }
}
