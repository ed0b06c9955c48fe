import CPostgres
package import Engines
import Synchronization

/// One connection to a PostgreSQL server. Calls block; make them from one thread at a time, through `onOwnThread`.
///
/// `@unchecked Sendable`: `handle` is used by the one thread whose turn it is (the caller's duty, as for every
/// engine session). Only `cancel()` may come from elsewhere meanwhile; it touches an atomic flag and `canceller`,
/// which never changes and which libpq documents as safe for any thread. `deinit` runs when nobody can call any more.
package final class PostgresConnection: @unchecked Sendable {
    let handle: Libpq.Connection
    let libpq: Libpq
    private let canceller: OpaquePointer?
    private let cancelled = Atomic(false)
    /// Where the connection leads, without the password.
    package let address: String

    package init(_ url: PostgresURL) throws(EngineError) {
        let libpq = try Libpq.shared
        let options = url.connectionOptions
        let opened = withCStrings(options.map(\.keyword)) { keywords in
            withCStrings(options.map(\.value)) { values in libpq.connect(keywords, values, 0) }
        }
        guard let opened else { throw EngineError(.outOfMemory, "no memory for a PostgreSQL connection") }
        guard libpq.status(opened) == CONNECTION_OK else {
            defer { libpq.finish(opened) }
            throw EngineError(connecting: opened, to: url, libpq)
        }
        handle = opened
        self.libpq = libpq
        canceller = libpq.getCancel(opened)
        address = url.description
        _ = libpq.setNoticeProcessor(opened, { _, _ in }, nil)
        for setting in Self.settings { try execute(setting) }
        try heed(url.serverSettings)
    }

    /// In one go: each would be a way to the server and back.
    private func heed(_ settings: [(name: String, value: String)]) throws(EngineError) {
        guard serverVersion >= 120_000 else { return }
        var settings = settings
        // The server notices when this process is killed while a statement waits for a lock, and lets others through.
        if serverVersion >= 140_000 { settings.append(("client_connection_check_interval", "5s")) }
        let calls = settings.indices.map { "set_config($\(2 * $0 + 1), $\(2 * $0 + 2), false)" as SQL }
        try execute("SELECT \(calls.joined(separator: ", "))", settings.flatMap { [$0.name, $0.value] })
    }

    deinit {
        libpq.freeCancel(canceller)
        libpq.finish(handle)
    }

    /// What quoting and reading of values rely on, whatever the role's or the database's defaults.
    private static let settings: [SQL] = [
        "SET standard_conforming_strings = on", "SET timezone = 'UTC'", "SET datestyle = 'ISO, YMD'",
        "SET intervalstyle = 'iso_8601'", "SET extra_float_digits = 1", "SET bytea_output = 'hex'",
    ]

    /// 150_004 is version 15.4.
    package var serverVersion: Int { Int(libpq.serverVersion(handle)) }

    /// Runs one statement, `$1`… standing for the parameters; answers how many rows it wrote or returned.
    @discardableResult
    package func execute(_ statement: SQL, _ parameters: [String?] = []) throws(EngineError) -> Int {
        guard let rows = try run(statement, parameters).changedRows else { return 0 }
        return rows
    }

    /// All rows of a query with a small result, as the server writes values in text.
    package func rows(_ query: SQL, _ parameters: [String?] = []) throws(EngineError) -> [[String?]] {
        try run(query, parameters).rows
    }

    /// Commits what `body` did, or rolls it back when it throws.
    package func transaction<Success>(_ body: () throws -> Success) throws -> Success {
        try execute("BEGIN")
        do {
            let success = try body()
            try commit()
            return success
        } catch {
            rollback()
            throw error
        }
    }

    /// Makes the running call, or else the next one, fail with `EngineError.Reason.interrupted`. From any thread.
    package func cancel() {
        cancelled.store(true, ordering: .sequentiallyConsistent)
        var reason = [CChar](repeating: 0, count: 256)
        // When it fails, the server is gone and so the running call fails by itself.
        _ = libpq.cancel(canceller, &reason, Int32(reason.count))
    }

    /// Consumes a cancellation that has been asked for.
    func checkCancellation() throws(EngineError) {
        guard cancelled.exchange(false, ordering: .sequentiallyConsistent) else { return }
        throw EngineError(.interrupted, "cancelled", code: "57014")
    }

    func run(_ statement: SQL, _ parameters: [String?] = []) throws(EngineError) -> PostgresResult {
        try checkCancellation()
        guard !statement.text.utf8.contains(0), !parameters.contains(where: { $0?.utf8.contains(0) == true }) else {
            throw EngineError(.conversion, "a statement or its parameter holds U+0000, which PostgreSQL cannot store")
        }
        let answer = withCStrings(parameters) {
            libpq.executeWithParameters(handle, statement.text, Int32(parameters.count), nil, $0, nil, nil, 0)
        }
        return try accepted(answer, of: statement)
    }

    /// The result, when it says that all went well.
    func accepted(_ answer: OpaquePointer?, of statement: SQL) throws(EngineError) -> PostgresResult {
        let result = PostgresResult(answer, libpq)
        switch libpq.answerStatus(answer) {
        case PGRES_COMMAND_OK, PGRES_TUPLES_OK, PGRES_COPY_IN: return result
        default:
            let error = failure(answer, of: statement)
            if error.reason == .interrupted { cancelled.store(false, ordering: .sequentiallyConsistent) }
            throw error
        }
    }

    /// What the server said of a statement, or the connection where there is no answer.
    func failure(_ answer: Libpq.Answer?, of statement: SQL) -> EngineError {
        EngineError(answer: answer, connection: handle, statement: statement, libpq)
    }

    private func commit() throws(EngineError) {
        // A server answers COMMIT of a failed transaction with success and the tag ROLLBACK.
        guard try run("COMMIT").tag == "COMMIT" else {
            throw EngineError(.other, "the transaction was rolled back by the server", code: "25P02")
        }
    }

    /// Best effort: after a lost connection the server rolls back by itself.
    private func rollback() {
        libpq.clear(libpq.execute(handle, "ROLLBACK"))
    }
}
