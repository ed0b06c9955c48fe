package import Engines
internal import Foundation

/// What opens the buckets of one service that speaks as S3 does.
package struct ObjectStoreAccess: Sendable {
    /// Host and port; `nil`: Amazon's own.
    package var endpoint: String?
    package var usesTLS: Bool
    package var region: String
    package var accessKey: String?
    package var secretKey: String?
    package var sessionToken: String?
    package var usesPathStyle: Bool

    package init(
        endpoint: String?,
        usesTLS: Bool,
        region: String,
        accessKey: String?,
        secretKey: String?,
        sessionToken: String?,
        usesPathStyle: Bool
    ) {
        self.endpoint = endpoint
        self.usesTLS = usesTLS
        self.region = region
        self.accessKey = accessKey
        self.secretKey = secretKey
        self.sessionToken = sessionToken
        self.usesPathStyle = usesPathStyle
    }

    /// Lets the database look into the buckets. Kept in its memory alone, and seen by all of its sessions.
    package var secret: SQL {
        var options: [SQL] = [
            "TYPE s3", "PROVIDER config", "REGION \(literal: region)", "USE_SSL \(SQL(trusted: String(usesTLS)))",
            "URL_STYLE \(literal: usesPathStyle ? "path" : "vhost")",
        ]
        let texts: [(SQL, String?)] = [
            ("ENDPOINT", endpoint), ("KEY_ID", accessKey), ("SECRET", secretKey), ("SESSION_TOKEN", sessionToken),
        ]
        options += texts.compactMap { name, value in value.map { "\(name) \(literal: $0)" } }
        return "CREATE OR REPLACE TEMPORARY SECRET esteira (\(options.joined(separator: ", ")))"
    }
}

/// Each object that a pattern such as `s3://bucket/exports/*.csv` matches: its path, its bytes, and the microseconds since
/// 1970 at which it was written last, in the order of paths. As the service lists them: no object is read.
package func listObjects(matching pattern: String) -> SQL {
    """
    SELECT filename, size, epoch_us(last_modified) FROM read_blob(\(literal: listed(pattern))) ORDER BY filename
    """
}

/// DuckDB asks for an object by its name, and fails where it is not there, unless the name is a pattern. In a pattern of
/// ours `*` and `?` alone mean others than themselves.
func listed(_ pattern: String) -> String {
    let escaped = pattern.replacing("[", with: "[[]")
    guard !pattern.contains("*"), !pattern.contains("?"), let last = pattern.last, last != "[" else { return escaped }
    return "\(escaped.dropLast())[\(last)]"
}

extension DuckDBSession {
    /// Makes `s3://` known, with the extension that lies beside the library, else with one that DuckDB has installed.
    package func loadObjectStores() throws(EngineError) {
        let folder = URL(filePath: library.path).deletingLastPathComponent()
        let beside = folder.appending(path: "httpfs.duckdb_extension").path
        do {
            if FileManager.default.fileExists(atPath: beside) {
                try execute("LOAD \(literal: beside)")
            } else {
                try execute("LOAD httpfs")
            }
        } catch {
            throw EngineError(
                .unavailable, "DuckDB's extension 'httpfs', which S3 needs, does not load: \(error.message)",
                hint: "run scripts/fetch-duckdb, or 'INSTALL httpfs' in DuckDB \(library.version)")
        }
    }
}
