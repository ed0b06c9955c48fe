import Engines
import Foundation
import TestSupport
import Testing

@testable import Warehouse

/// An empty database on the real server, for one test.
///
/// Making and dropping databases takes a second each, so `esteira_test_0`, `_1`… stay and are emptied when claimed;
/// an advisory lock, held by `claim` until the test ends, keeps other tests and other processes out.
final class TestDatabase {
    let url: PostgresURL
    private let claim: PostgresConnection

    init() throws {
        let text = try #require(TestPostgres.url, "\(TestPostgres.skipReason)")
        claim = try PostgresConnection(PostgresURL(text))
        let name = try claimedName(claim)
        var parts = try #require(URLComponents(string: text))
        parts.path = "/" + name
        url = try PostgresURL(#require(parts.string))
        try connect().execute(emptying)
    }

    func connect() throws -> PostgresConnection { try PostgresConnection(url) }
}

private func claimedName(_ server: PostgresConnection) throws -> String {
    let slot = try #require(
        (0..<100).first { slot in
            try server.rows("SELECT pg_try_advisory_lock(20260101, $1::int)", [String(slot)]) == [["t"]]
        }
    )
    let name = "esteira_test_\(slot)"
    if try server.rows("SELECT FROM pg_database WHERE datname = $1", [name]).isEmpty {
        try server.execute("CREATE DATABASE \(Identifier(name))")
    }
    // What an ended test left connected would keep its locks.
    try server.execute("SELECT pg_terminate_backend(pid, 10000) FROM pg_stat_activity WHERE datname = $1", [name])
    return name
}

private let emptying: SQL = """
    DO $$ DECLARE name text; BEGIN
      FOR name IN SELECT nspname FROM pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema' LOOP
        EXECUTE format('DROP SCHEMA %I CASCADE', name);
      END LOOP;
      CREATE SCHEMA public;
    END $$
    """

let needsPostgres = ConditionTrait.enabled(if: TestPostgres.isReachable || isCI, "\(TestPostgres.skipReason)")

/// The error that `body` throws.
func engineError(_ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) throws -> EngineError {
    try #require(throws: EngineError.self, sourceLocation: sourceLocation) { try body() }
}
