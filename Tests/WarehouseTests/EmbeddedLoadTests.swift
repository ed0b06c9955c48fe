import DuckDBEngine
import Engines
import Expressions
import Foundation
import TestSupport
import Testing

@testable import Warehouse

/// Loads into a real DuckDB file.
struct EmbeddedLoadTests {
    let folder: TemporaryFolder
    let session: any EngineSession

    init() throws {
        folder = try TemporaryFolder()
        let library = try DuckDBLibrary.locate(startingAt: [repositoryRoot.path] + DuckDBLibrary.defaultFolders)
        session = try DuckDB(library: library, settings: DuckDBSettings(threads: 2)).connect()
        try session.execute("ATTACH \(literal: folder.path + "/w.duckdb") AS warehouse")
    }

    @Test func `replace, append and merge, each once`() throws {
        #expect(try load("a", .replace, rows: "(1, 'a'), (2, 'b')").rowsLoaded == 2)
        #expect(
            try load("a", .replace, rows: "(1, 'a'), (2, 'b')")
                == LoadOutcome(
                    rowsLoaded: 2,
                    alreadyLoaded: true,
                    statements: []
                )
        )
        #expect(try load("b", .replace, rows: "(3, 'c')").rowsLoaded == 1)
        #expect(try load("c", .append, rows: "(4, 'd')", interval: "d1").rowsLoaded == 1)
        #expect(try load("c", .append, rows: "(4, 'd')", interval: "d1").alreadyLoaded)
        let merged = try load("m", .merge(key: ["id"]), rows: "(3, 'c'), (4, 'x'), (5, 'e')", interval: "d2")
        #expect([merged.rowsLoaded, merged.rowsInserted, merged.rowsUpdated] == [3, 1, 1])
        #expect(try load("m", .merge(key: ["id"]), rows: "(9, 'z')", interval: "d2").rowsInserted == 1)
        #expect(try table() == ["3c", "4x", "5e"])
        #expect(
            try texts("SELECT mode || id || \"rows\" || target FROM warehouse.esteira.loads ORDER BY id") == [
                #"replace12"dwh"."t""#, #"replace21"dwh"."t""#, #"append31"dwh"."t""#, #"merge43"dwh"."t""#,
            ]
        )
    }

    @Test func `a failed load leaves nothing`() throws {
        _ = try load("a", .merge(key: ["id"]), rows: "(1, 'a')")
        let duplicate = try engineError { _ = try load("b", .merge(key: ["id"]), rows: "(5, 'a'), (5, 'b')") }
        #expect(
            duplicate.description == #"[21000] the key (id) = (5) comes 2 times among the rows for "dwh"."t" "#
                + "(deduplicate by the key before the load)"
        )
        #expect(try engineError { _ = try load("c", .append, rows: "(1, 'again')") }.code == "23505")
        #expect(try engineError { _ = try load("d", .append, rows: "(null, 'x')") }.reason == .constraint)
        #expect(try engineError { _ = try load("e", .merge(key: ["id"]), rows: "(null, 'x')") }.code == "23502")
        #expect(throws: EngineError.self) { try load("f", .replace, rows: "(error('stop')::INT, 'x')") }
        #expect(try table() == ["1a"])
        #expect(try texts("SELECT fingerprint FROM warehouse.esteira.loads") == ["a"])
    }

    @Test func `columns are taken by name, new ones added, own ones kept`() throws {
        try session.execute("CREATE SCHEMA warehouse.dwh")
        try session.execute("CREATE TABLE warehouse.dwh.t (own INT DEFAULT 7, id INT)")
        try session.execute("INSERT INTO warehouse.dwh.t (id) VALUES (1)")
        _ = try load("a", .append, rows: "(2, 'b')")
        #expect(
            try texts("SELECT own || ' ' || id || coalesce(name, '-') FROM warehouse.dwh.t ORDER BY id") == [
                "7 1-", "7 2b",
            ]
        )
        _ = try load("b", .replace, rows: "(3, 'c')")
        #expect(try table() == ["3c"])
        try session.execute("ALTER TABLE warehouse.dwh.t ALTER COLUMN name TYPE INT USING 1")
        #expect(
            try engineError { _ = try load("c", .append, rows: "(4, 'd')") }.message
                == #"column 'name' of "dwh"."t" is integer, the schema says string (text)"#
        )
    }

    @Test func `the statements, word for word`() throws {
        let outcome = try load("a", .replace, rows: "(1, 'a')")
        #expect(
            outcome.statements.map(\.text) == [
                "BEGIN TRANSACTION",
                """
                CREATE TABLE "warehouse"."dwh"."t" (
                  "id" INTEGER NOT NULL,
                  "name" VARCHAR
                )
                """,
                """
                INSERT INTO "warehouse"."dwh"."t" ("id", "name")
                SELECT "id", "name" FROM (SELECT name, id FROM (VALUES (1, 'a')) AS v (id, name)) AS loaded
                """,
                """
                SELECT "id"::VARCHAR, count(*)::VARCHAR FROM "warehouse"."dwh"."t"
                GROUP BY "id" HAVING count(*) > 1 LIMIT 1
                """, #"COMMENT ON COLUMN "warehouse"."dwh"."t"."name" IS 'it''s'"#, "COMMIT",
            ]
        )
    }

    @Test func `hostile names stay names`() throws {
        let evil = #"a"; drop table x; --"#
        let target = TableDefinition(
            name: Identifier(evil, evil),
            columns: [TableColumn(evil, .int, comment: evil)],
            primaryKey: [evil]
        )
        for (number, mode) in [LoadMode.replace, .append, .merge(key: [evil]), .replace].enumerated() {
            let request = LoadRequest(
                target: target,
                mode: mode,
                fingerprint: "\(number)\(evil)'",
                runID: evil,
                pipeline: evil,
                task: evil,
                interval: evil
            )
            let query: SQL = "SELECT \(number) AS \(Identifier(evil))"
            #expect(
                try loadEmbedded(request, query: query, session: session, attachedAs: Identifier("warehouse"))
                    .rowsLoaded
                    == 1
            )
        }
        #expect(try texts("SELECT count(*)::VARCHAR FROM warehouse.\(target.name)") == ["1"])
    }

    @Test func `a load that is not accepted is taken back`() throws {
        _ = try load("a", .replace, rows: "(1, 'a')")
        #expect(throws: CancellationError.self) {
            try load("b", .replace, rows: "(2, 'b'), (3, 'c')") { outcome in
                if outcome.rowsLoaded == 2 { throw CancellationError() }
            }
        }
        #expect(try table() == ["1a"])
        #expect(try texts("SELECT fingerprint FROM warehouse.esteira.loads") == ["a"])
    }

    @Test func `a load that is asked for again is done again, an append never`() throws {
        _ = try load("a", .replace, rows: "(1, 'a')")
        try session.execute("DELETE FROM warehouse.dwh.t")
        #expect(try load("a", .replace, rows: "(1, 'a')").alreadyLoaded)
        #expect(try !load("a", .replace, rows: "(1, 'a')", isForced: true).alreadyLoaded)
        #expect(try table() == ["1a"])
        _ = try load("b", .append, rows: "(2, 'b')", interval: "d1")
        #expect(try load("b", .append, rows: "(2, 'b')", interval: "d1", isForced: true).alreadyLoaded)
        let present = try engineError { _ = try load("c", .append, rows: "(1, 'x')", interval: "d2") }
        #expect(
            present.description == #"[23505] the key (id) = (1) is in "dwh"."t" already, or comes twice "#
                + "('mode: merge' changes the rows that are there; or leave them out before the load)")
    }

    @Test func `a load is held to what was agreed to`() throws {
        let unseen = try plannedEmbeddedLoad(
            request("b", .replace, ""), query: "SELECT 1", session: nil, attachedAs: Identifier("warehouse"))
        #expect(try load("a", .replace, rows: "(1, 'a')", agreed: unseen).rowsLoaded == 1)
        let refused = try engineError { _ = try load("b", .replace, rows: "(2, 'b')", agreed: unseen) }
        #expect(
            refused.description == #"[EST7028] "dwh"."t" has changed since the load was agreed to; it now takes: "#
                + #"DELETE FROM "warehouse"."dwh"."t" (plan again and look at it)"#)
        #expect(try table() == ["1a"])
        let seen = try plannedEmbeddedLoad(
            request("b", .replace, ""), query: "SELECT 1", session: session, attachedAs: Identifier("warehouse"))
        #expect(try load("b", .replace, rows: "(2, 'b')", agreed: seen).rowsLoaded == 1)
    }

    private func request(_ fingerprint: String, _ mode: LoadMode, _ interval: String) -> LoadRequest {
        LoadRequest(
            target: TableDefinition(
                name: Identifier("dwh", "t"),
                columns: [TableColumn("id", .int), TableColumn("name", .string, comment: "it's")],
                primaryKey: ["id"]
            ),
            mode: mode,
            fingerprint: fingerprint,
            runID: "run",
            pipeline: "shop",
            task: "load_t",
            interval: interval
        )
    }

    private func load(
        _ fingerprint: String,
        _ mode: LoadMode,
        rows: String,
        interval: String = "",
        agreed: PlannedLoad? = nil,
        isForced: Bool = false,
        accept: (LoadOutcome) throws -> Void = { _ in }
    ) throws -> LoadOutcome {
        var request = request(fingerprint, mode, interval)
        request.isForced = isForced
        let query: SQL = "SELECT name, id FROM (VALUES \(SQL(trusted: rows))) AS v (id, name)"
        return try loadEmbedded(
            request, query: query, session: session,
            attachedAs: Identifier("warehouse"), agreed: agreed, accept: accept)
    }

    private func table() throws -> [String] { try texts("SELECT id || name FROM warehouse.dwh.t ORDER BY id") }

    private func texts(_ query: SQL) throws -> [String] {
        try session.rows(query).map { row in if case .string(let text) = row[0] { text } else { "\(row)" } }
    }
}
