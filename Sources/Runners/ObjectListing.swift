import Configuration
import DuckDBEngine
import Engines
import Expressions
import Kinds
import Planning

/// Looks into the buckets of one service.
///
/// In a database of its own: what opens the buckets is then known to no query of a pipeline.
struct ObjectListing: Sendable {
    private let name: String
    private let session: DuckDBSession
    private let access: ObjectStoreAccess

    init(_ store: ObjectStore, named name: String, library: DuckDBLibrary) throws {
        self.name = name
        access = ObjectStoreAccess(store)
        session = try DuckDB(library: library, settings: DuckDBSettings(threads: 1, memoryLimit: "512MB")).session()
    }

    func interrupt() { session.interrupt() }

    /// - Parameter pattern: `s3://BUCKET/KEY`.
    func objects(matching pattern: String) throws -> [FileFact] {
        try session.loadObjectStores()
        try session.execute("SET http_timeout = 30; SET http_retries = 1")
        do throws(EngineError) {
            try session.execute(access.secret)
            return try session.rows(listObjects(matching: pattern)).compactMap { FileFact($0) }
        } catch {
            if error.reason == .interrupted { throw error }
            throw EngineError(
                isRefused(error) ? .permission : .connection,
                "the S3 service '\(name)' does not list '\(pattern)': \(cause(of: error))",
                hint: "look at 's3: \(name):' of the profile, and at the variables that it names")
        }
    }

    private func isRefused(_ error: EngineError) -> Bool {
        ["HTTP 401", "HTTP 403", "HTTP 404"].contains { error.message.contains($0) }
    }

    /// The first line, without its kind and the place in a statement that nobody wrote. Links to DuckDB's pages follow.
    private func cause(of error: EngineError) -> String {
        String(error.message.prefix { $0 != "\n" })
            .replacing(#/^(IO|HTTP) Error: /#, with: "").replacing(#/ \(line \d+, column \d+\)$/#, with: "")
    }
}

extension ObjectStoreAccess {
    fileprivate init(_ store: ObjectStore) {
        self.init(
            endpoint: store.endpoint?.string, usesTLS: store.usesTLS, region: store.region,
            accessKey: store.accessKey?.string, secretKey: store.secretKey?.string,
            sessionToken: store.sessionToken?.string, usesPathStyle: store.usesPathStyle)
    }
}

extension FileFact {
    /// - Parameter row: of `listObjects`.
    fileprivate init?(_ row: [Value]) {
        guard row.count == 3, case .string(let path) = row[0], case .integer(let bytes) = row[1],
            case .integer(let microseconds) = row[2]
        else { return nil }
        self.init(path: path, bytes: Int(bytes), modified: Int64(microseconds) * 1000)
    }
}
