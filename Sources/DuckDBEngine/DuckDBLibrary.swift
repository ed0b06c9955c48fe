internal import CDuckDB
internal import Engines

/// A DuckDB shared library, opened and checked. Lives as long as the process.
package struct DuckDBLibrary: Sendable {
    package let path: String
    /// As the library says it, without the leading `v`: `1.5.5`.
    package let version: String
    package let origin: Origin
    let functions: Functions

    /// Who put the library where it was found.
    package enum Origin: String, Hashable, Sendable {
        case environment, system, fetched
    }

    /// Minor versions that the tests have run with.
    package static let testedVersions = ["1.4", "1.5"]

    /// The version that `scripts/fetch-duckdb` fetches.
    package static let fetchedVersion = "1.5.5"

    init(path: String, origin: Origin) throws(EngineError) {
        let table = try Functions(opening: path)
        let version = table.version
        guard Self.isTested(version) else { throw .untestedVersion(version, path: path) }
        self.path = table.path ?? path
        self.version = version
        self.origin = origin
        functions = table
    }

    static func isTested(_ version: String) -> Bool {
        testedVersions.contains { version == $0 || version.hasPrefix($0 + ".") }
    }
}

extension EngineError {
    static func untestedVersion(_ version: String, path: String) -> Self {
        let tested = DuckDBLibrary.testedVersions.joined(separator: " and ")
        return Self(
            .unavailable,
            "DuckDB \(version) in '\(path)' is not a version that Esteira works with",
            hint: "DuckDB \(tested) are tested; run scripts/fetch-duckdb for \(DuckDBLibrary.fetchedVersion)"
        )
    }
}
