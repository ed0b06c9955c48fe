import Engines
import Foundation
import Testing

@testable import Warehouse

@Suite(needsPostgres)
struct PostgresConnectionTests {
    let database: TestDatabase
    let connection: PostgresConnection

    init() throws {
        database = try TestDatabase()
        connection = try database.connect()
    }

    @Test func `passes parameters beside the statement and reads text back`() throws {
        let hostile = "a'); DROP TABLE x; --"
        #expect(
            try connection.rows("SELECT $1, $2::int + 1, $3::text", [hostile, "41", nil]) == [[hostile, "42", nil]]
        )
        #expect(try connection.execute("CREATE TABLE x (a int)") == 0)
        #expect(try connection.execute("INSERT INTO x SELECT generate_series(1, $1::int)", ["5"]) == 5)
        #expect(connection.serverVersion >= 130_000)
        #expect(try connection.rows("SELECT current_setting('application_name')") == [["esteira"]])
        #expect(try engineError { try connection.execute("SELECT 1; SELECT 2") }.code == "42601")
        #expect(try engineError { try connection.execute("SELECT $1", ["a\0b"]) }.reason == .conversion)
    }

    @Test func `rolls a transaction back when its body throws`() throws {
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try connection.transaction {
                try connection.execute("CREATE TABLE gone ()")
                throw Stop()
            }
        }
        #expect(try connection.rows("SELECT to_regclass('gone')") == [[nil]])
        let swallowed = try engineError {
            try connection.transaction { _ = try? connection.execute("SELECT 1/0") }
        }
        #expect(swallowed.message == "the transaction was rolled back by the server")
    }

    @Test(arguments: [
        ("SELEC 1", EngineError.Reason.parse, "42601", #"syntax error at or near "SELEC""#),
        ("SELECT * FROM nowhere", .bind, "42P01", #"relation "nowhere" does not exist"#),
        ("SELECT 1/0", .conversion, "22012", "division by zero"),
        ("SELECT 'x'::int", .conversion, "22P02", #"invalid input syntax for type integer: "x""#),
    ])
    func `says reason, code and the server's words`(
        statement: String,
        reason: EngineError.Reason,
        code: String,
        message: String
    ) throws {
        let error = try engineError { try connection.execute(SQL(trusted: statement)) }
        #expect(error == EngineError(reason, message, code: code, statement: SQL(trusted: statement)))
    }

    @Test func `keeps the detail of a constraint and the line of a COPY`() throws {
        try connection.execute("CREATE TABLE k (id int PRIMARY KEY, d date)")
        try connection.execute("INSERT INTO k VALUES (1)")
        let error = try engineError { try connection.execute("INSERT INTO k VALUES (1)") }
        #expect(
            error.description == #"[23505] duplicate key value violates unique constraint "k_pkey"; "#
                + "Key (id)=(1) already exists. (remove duplicates before the load, or choose another key)"
        )
        let copy = try engineError {
            _ = try connection.copyIn("COPY k FROM STDIN (FORMAT binary)") { writer in
                var encoder = CopyEncoder([CopyColumn("id", .integer, source: 0)])
                try withBatch([.int32([2])]) { batch in try encoder.append(batch) { try writer.send($0) } }
                try encoder.finish { try writer.send($0) }
            }
        }
        #expect(copy.message == "row field count is 1, expected 2; COPY k, line 1")
        #expect(try connection.rows("SELECT count(*) FROM k") == [["1"]])
    }

    @Test func `fails with a reason and without the password when it cannot connect`() throws {
        let wrong = try PostgresURL(#require(replacing(password: "s3cr3t-w0rd")))
        let refused = try engineError { _ = try PostgresConnection(wrong) }
        #expect(refused.reason == .permission)
        #expect(refused.hint == "check the user and the password in the connection's URL")
        let nowhere = try engineError {
            _ = try PostgresConnection(PostgresURL("postgresql://ana:s3cr3t-w0rd@127.0.0.1:1/dwh"))
        }
        #expect(nowhere.reason == .connection)
        #expect(
            nowhere.hint == "check that a server runs at postgresql://ana@127.0.0.1:1/dwh and can be reached from here"
        )
        #expect(!"\(refused)\(nowhere)".contains("s3cr3t-w0rd"))
    }

    @Test func `a running statement is cancelled from another thread`() throws {
        let watcher = try database.connect()
        let running = connection
        let canceller = Thread {
            // Ends when the statement is seen running: no time is guessed.
            let query: SQL =
                "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'"
            while (try? watcher.rows(query)) == [["0"]] {}
            running.cancel()
        }
        canceller.start()
        let error = try engineError { try connection.execute("SELECT pg_sleep(60)") }
        #expect(error.reason == .interrupted)
        #expect(error.code == "57014")
        #expect(try connection.rows("SELECT 1") == [["1"]])
    }

    @Test func `a running COPY stops at the next piece after a cancellation`() throws {
        try connection.execute("CREATE TABLE c (a int)")
        let error = try engineError {
            _ = try connection.copyIn("COPY c FROM STDIN (FORMAT binary)") { writer in
                var encoder = CopyEncoder([CopyColumn("a", .integer, source: 0)], pieceSize: 1000)
                for round in 0..<1_000_000 {
                    if round == 3 { connection.cancel() }
                    try withBatch([.int32(Array(repeating: 1, count: 500))]) { batch in
                        try encoder.append(batch) { try writer.send($0) }
                    }
                    try #require(round < 100)
                }
            }
        }
        #expect(error.reason == .interrupted)
        #expect(try connection.rows("SELECT count(*) FROM c") == [["0"]])
    }

    @Test func `data that the server refuses is not sent to the end`() throws {
        try connection.execute("CREATE TABLE r (a int CHECK (a < 5))")
        var rounds = 0
        let error = try engineError {
            _ = try connection.copyIn("COPY r FROM STDIN (FORMAT binary)") { writer in
                var encoder = CopyEncoder([CopyColumn("a", .integer, source: 0)])
                while rounds < 2_000 {
                    rounds += 1
                    try withBatch([.int32(Array(repeating: 7, count: 2048))]) { batch in
                        try encoder.append(batch) { try writer.send($0) }
                    }
                }
            }
        }
        #expect(error.code == "23514")
        #expect(rounds < 2_000)
    }

    private func replacing(password: String) -> String? {
        guard let user = database.url["user"], let host = database.url["host"], let port = database.url["port"] else {
            return nil
        }
        return "postgresql://\(user):\(password)@\(host):\(port)/postgres"
    }
}
