import Engines
import Foundation
import TestSupport
import Testing

@testable import Warehouse

/// A database of its own on the real server, dropped when the last user lets it go.
final class TestDatabase {
    let url: PostgresURL
    private let name = "esteira_test_\(UUID().uuidString.prefix(8).lowercased())"
    private let server: PostgresConnection

    init() throws {
        let text = try #require(TestPostgres.url, "\(TestPostgres.skipReason)")
        server = try PostgresConnection(PostgresURL(text))
        try server.execute("CREATE DATABASE \(Identifier(name))")
        var parts = try #require(URLComponents(string: text))
        parts.path = "/" + name
        url = try PostgresURL(#require(parts.string))
    }

    deinit {
        // What stays behind after a failure is only a database nobody uses.
        _ = try? server.execute("DROP DATABASE \(Identifier(name)) WITH (FORCE)")
    }

    func connect() throws -> PostgresConnection { try PostgresConnection(url) }
}

let needsPostgres = ConditionTrait.enabled(if: TestPostgres.isReachable || isCI, "\(TestPostgres.skipReason)")

/// The error that `body` throws.
func engineError(_ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) throws -> EngineError {
    try #require(throws: EngineError.self, sourceLocation: sourceLocation) { try body() }
}
