package import Engines
internal import Foundation

extension DuckDBLibrary {
    /// The first library found: the one `ESTEIRA_DUCKDB_LIBRARY` names (then no other will do), the system's
    /// `libduckdb`, the one `scripts/fetch-duckdb` put into `.local` above one of `folders`.
    ///
    /// - Parameter folders: where to search upwards from; the executable's and the current folder by default.
    package static func locate(
        startingAt folders: [String] = defaultFolders,
        environment: [String: String] = ProcessInfo.processInfo.environment
    ) throws(EngineError) -> DuckDBLibrary {
        if let path = environment["ESTEIRA_DUCKDB_LIBRARY"], !path.isEmpty {
            return try DuckDBLibrary(path: path, origin: .environment)
        }
        var refusal: EngineError?
        for path in systemNames + folders.compactMap(fetchedLibrary(above:)) {
            do {
                return try DuckDBLibrary(path: path, origin: systemNames.contains(path) ? .system : .fetched)
            } catch {
                // A bare name that the loader does not know is an absent library, not a broken one.
                if path.contains("/") || error.message.contains("is not a version") { refusal = refusal ?? error }
            }
        }
        throw refusal ?? .noLibrary
    }

    /// The folder of the running program and the current one.
    package static var defaultFolders: [String] {
        let executable = URL(fileURLWithPath: Bundle.main.executablePath ?? CommandLine.arguments[0])
        return [executable.resolvingSymlinksInPath().deletingLastPathComponent().path, currentFolder]
    }

    private static var currentFolder: String { FileManager.default.currentDirectoryPath }

    #if os(macOS)
        private static let systemNames =
            ["libduckdb.dylib", "/opt/homebrew/lib/libduckdb.dylib", "/usr/local/lib/libduckdb.dylib"]
            .filter { !$0.contains("/") || FileManager.default.fileExists(atPath: $0) }
    #else
        private static let systemNames = ["libduckdb.so"]
    #endif

    /// The fetched library in `folder` or the nearest folder above that has one.
    static func fetchedLibrary(above folder: String) -> String? {
        var place = URL(fileURLWithPath: folder).standardizedFileURL
        while true {
            let path = place.appendingPathComponent(".local/duckdb/\(fetchedVersion)").path
            if let name = library(in: path) { return "\(path)/\(name)" }
            guard place.path != "/" else { return nil }
            place.deleteLastPathComponent()
        }
    }

    private static func library(in folder: String) -> String? {
        guard FileManager.default.fileExists(atPath: folder),
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder)  // unreadable is not there
        else { return nil }
        return names.sorted().first { $0.hasSuffix(".so") || $0.hasSuffix(".dylib") }
    }
}

extension EngineError {
    fileprivate static let noLibrary = Self(
        .unavailable,
        "no DuckDB library found",
        hint: "run scripts/fetch-duckdb, or set ESTEIRA_DUCKDB_LIBRARY to a libduckdb of version 1.4 or 1.5"
    )
}
