import DuckDBEngine
import Engines
import Expressions
import Foundation
import TestSupport
import Testing

@testable import Warehouse

/// A warehouse of either kind, for tests that both must pass. Rows are written as SQL and come out of DuckDB as in a run.
final class TestWarehouse {
    enum Kind: String, CaseIterable, Sendable {
        case duckdb, postgres

        /// Those that can be reached; in CI all must be.
        static let reachable = allCases.filter { $0 == .duckdb || TestPostgres.isReachable || isCI }
    }

    private let folder: TemporaryFolder
    private let session: any EngineSession
    /// Nil where the warehouse is a DuckDB file.
    private let server: (database: TestDatabase, connection: PostgresConnection)?

    init(_ kind: Kind) throws {
        folder = try TemporaryFolder()
        let library = try DuckDBLibrary.locate(startingAt: [repositoryRoot.path] + DuckDBLibrary.defaultFolders)
        session = try DuckDB(library: library, settings: DuckDBSettings(threads: 2)).connect()
        switch kind {
        case .duckdb:
            server = nil
            try session.execute("SET TimeZone = 'UTC'")
            try session.execute("ATTACH \(literal: folder.path + "/w.duckdb") AS warehouse")
        case .postgres:
            let database = try TestDatabase()
            server = (database, try database.connect())
        }
    }

    /// - Parameter rows: with as many columns as the table: `(1, 'a'), (2, null)`; none where empty.
    func load(
        _ request: LoadRequest,
        _ rows: SQL,
        accept: (LoadOutcome) throws -> Void = { _ in }
    ) throws -> LoadOutcome {
        let columns = request.target.columns
        let typed = columns.map { "\(Identifier($0.name))::\(sqlType($0.type)) AS \(Identifier($0.name))" as SQL }
        let nothing = "(\(columns.map { _ in "NULL" as SQL }.joined(separator: ", ")))" as SQL
        let query: SQL = """
            SELECT \(typed.joined(separator: ", "))
            FROM (VALUES \(rows.text.isEmpty ? nothing : rows)) AS v (\(columns.map { Identifier($0.name) }))
            \(rows.text.isEmpty ? "WHERE false" : "")
            """
        guard let server else {
            return try loadEmbedded(
                request, query: query, session: session, attachedAs: Identifier("warehouse"), accept: accept)
        }
        return try Warehouse.load(
            request,
            over: server.connection,
            batches: { consume in try session.stream(query) { try consume($0) } },
            accept: accept
        )
    }

    func execute(_ statement: SQL) throws {
        if let server {
            try server.connection.execute(statement)
        } else {
            _ = try inside { try session.execute(statement) }
        }
    }

    /// The cells of each row, apart by blanks, null as a dash.
    func rows(_ query: SQL) throws -> [String] {
        guard let server else {
            return try inside { try session.rows("SELECT COLUMNS(*)::VARCHAR FROM (\(query))") }
                .map { row in row.map { if case .string(let text) = $0 { text } else { "-" } }.joined(separator: " ") }
        }
        return try server.connection.rows(query).map { row in row.map { $0 ?? "-" }.joined(separator: " ") }
    }

    /// With the file as the database that names are of.
    private func inside<Success>(_ body: () throws -> Success) throws -> Success {
        try session.execute("USE warehouse")
        defer { _ = try? session.execute("USE memory") }  // the next statement would fail
        return try body()
    }
}
