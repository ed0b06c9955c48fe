internal import CDuckDB
internal import Engines
internal import Foundation

/// The function table of one loaded library.
///
/// Safe to share: it is filled before the first copy exists, never written again and never freed.
struct Functions: @unchecked Sendable {
    let pointer: UnsafePointer<duckdb_functions>

    /// A path with a slash is one file; a bare name is looked up by the system's loader.
    init(opening path: String) throws(EngineError) {
        if let python = Self.pythonLibrary(neededBy: path) {
            // The wheel's library takes data symbols of libpython when it is loaded. No interpreter runs.
            guard dlopen(python, RTLD_GLOBAL | RTLD_LAZY) != nil else { throw .missingPython(python, path: path) }
        }
        guard let library = dlopen(path, RTLD_LAZY | RTLD_LOCAL) else {
            throw .notLoadable(path, reason: dlerror().map { String(cString: $0) })
        }
        var missing: UnsafePointer<CChar>?
        guard let pointer = esteira_duckdb_functions(library, &missing) else {
            throw .notLoadable(path, reason: missing.map { "it has no function '\(String(cString: $0))'" })
        }
        self.pointer = pointer
    }

    /// The file that the loader took.
    var path: String? { esteira_duckdb_path(pointer).map { String(cString: $0) } }

    /// `1.5.5`; empty where the library does not say.
    var version: String {
        guard let text = pointer.pointee.library_version() else { return "" }
        return String(String(cString: text).trimmingPrefix("v"))
    }

    /// `_duckdb.cpython-311-x86_64-linux-gnu.so` needs `libpython3.11.so.1.0`; other names need none.
    static func pythonLibrary(neededBy path: String) -> String? {
        guard let name = path.split(separator: "/").last,
            let match = name.prefixMatch(of: /_duckdb\.cpython-3(\d+)-.*\.so/)
        else { return nil }
        return "libpython3.\(match.1).so.1.0"
    }
}

extension EngineError {
    fileprivate static func missingPython(_ python: String, path: String) -> Self {
        let package = python.replacing(".so.1.0", with: "")
        return Self(
            .unavailable,
            "DuckDB's library '\(path)' needs '\(python)', which is not installed",
            hint: "install it: apt-get install \(package)"
        )
    }

    fileprivate static func notLoadable(_ path: String, reason: String?) -> Self {
        Self(
            .unavailable,
            "DuckDB's library '\(path)' does not load: \(reason ?? "the system gives no reason")",
            hint: "run scripts/fetch-duckdb, or set ESTEIRA_DUCKDB_LIBRARY to a libduckdb of version 1.4 or 1.5"
        )
    }
}
