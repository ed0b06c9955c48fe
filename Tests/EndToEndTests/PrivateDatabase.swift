import Engines
import Foundation
import TestSupport
import Testing
import Warehouse

/// A database on the real server for one test, dropped with it.
final class PrivateDatabase: Sendable {
    let url: String
    private let name: String
    private let server: String

    init() throws {
        server = try #require(TestPostgres.url, "\(TestPostgres.skipReason)")
        name = "esteira_test_\(UUID().uuidString.prefix(8).lowercased())"
        try PostgresConnection(PostgresURL(server)).execute("CREATE DATABASE \(Identifier(name))")
        var parts = try #require(URLComponents(string: server))
        parts.path = "/" + name
        url = try #require(parts.string)
    }

    deinit {
        // Nobody can be told here; the next test makes a database of its own all the same.
        _ = try? PostgresConnection(PostgresURL(server)).execute(
            "DROP DATABASE IF EXISTS \(Identifier(name)) WITH (FORCE)"
        )
    }

    func connect() throws -> PostgresConnection { try PostgresConnection(PostgresURL(url)) }

    /// As if nothing had been loaded yet.
    func empty() throws {
        try connect().execute("DROP SCHEMA IF EXISTS dwh CASCADE")
        try connect().execute("DROP SCHEMA IF EXISTS esteira CASCADE")
    }

    /// Returns when a session of this database waits for a lock.
    func waitForBlockedStatement() {
        let waiting: SQL = """
            SELECT count(*), pg_sleep(0.01) FROM pg_stat_activity
            WHERE datname = current_database() AND wait_event_type = 'Lock'
            """
        guard let connection = try? connect() else { return }  // the test then fails on what did not happen
        while let row = try? connection.rows(waiting).first, row[0] == "0" {}
    }

    func tables() throws -> [String: [[String?]]] {
        let connection = try connect()
        return try warehouseTables.reduce(into: [:]) { tables, table in
            tables[table.name] = try connection.rows("SELECT * FROM \(Identifier("dwh", table.name))")
        }
    }

    /// Target and rows of each load, in order.
    func loads() throws -> [[String?]] {
        try connect().rows("SELECT target, rows FROM esteira.loads ORDER BY id")
    }
}

let needsPostgres = ConditionTrait.enabled(
    if: TestPostgres.isReachable || isCI,
    "\(TestPostgres.skipReason)"
)
