import Engines
import Expressions
import Foundation
import Testing

@testable import Warehouse

/// Loads into the real server: what the tables and the ledger hold afterwards.
@Suite(needsPostgres)
struct LoadTests {
    let database: TestDatabase
    let connection: PostgresConnection

    init() throws {
        database = try TestDatabase()
        connection = try database.connect()
    }

    @Test func `replace twice leaves the second rows, the views and the keys`() throws {
        _ = try load("a", .replace, [1, 2, 3])
        try connection.execute("CREATE VIEW dwh.seen AS SELECT id FROM dwh.t")
        try connection.execute("CREATE INDEX by_name ON dwh.t (name) WHERE id > 1")
        let outcome = try load("b", .replace, [7, 8])
        #expect(outcome.rowsLoaded == 2)
        #expect(!outcome.alreadyLoaded)
        #expect(try connection.rows("SELECT id FROM dwh.seen ORDER BY 1") == [["7"], ["8"]])
        #expect(
            try connection.rows("SELECT indexname FROM pg_indexes WHERE schemaname = 'dwh' ORDER BY 1")
                == [["by_name"], ["t_pkey"]]
        )
        #expect(
            try connection.rows("SELECT obj_description('dwh.t'::regclass), col_description('dwh.t'::regclass, 2)")
                == [["all of it", "what it's called"]]
        )
        #expect(outcome.statements.map(\.text).contains { $0.contains("FREEZE") })
    }

    @Test func `replace spares a key that a view or another table needs`() throws {
        _ = try load("a", .replace, [1])
        try connection.execute("CREATE VIEW dwh.grouped AS SELECT id, name FROM dwh.t GROUP BY id")
        _ = try load("b", .replace, [2, 3])
        #expect(try connection.rows("SELECT count(*) FROM dwh.grouped") == [["2"]])
        try connection.execute("CREATE TABLE dwh.child (id int REFERENCES dwh.t)")
        _ = try load("c", .replace, [4])
        try connection.execute("INSERT INTO dwh.child VALUES (4)")
        #expect(try engineError { _ = try load("d", .replace, [5]) }.code == "23503")
        #expect(try ids() == ["4"])
    }

    @Test func `a load is held to what was agreed to, and nobody changes the table meanwhile`() throws {
        _ = try load("a", .replace, [1])
        let name = Identifier("dwh", "t")
        let agreed = try plannedLoad(request("b", .replace), existing: try tableShape(name, connection))
        let other = try database.connect()
        try other.execute("CREATE INDEX by_name ON dwh.t (name)")
        let refused = try engineError {
            _ = try Warehouse.load(request("b", .replace), over: connection, agreed: agreed) { _ in }
        }
        #expect(
            refused.description == #"[EST7028] "dwh"."t" has changed since the load was agreed to; it now takes: "#
                + #"DROP INDEX "dwh"."by_name" (plan again and look at it)"#)
        #expect(try ids() == ["1"])
        try other.execute("DROP INDEX dwh.by_name")
        try other.execute("SET lock_timeout = '200ms'")
        _ = try Warehouse.load(request("b", .replace), over: connection, agreed: agreed) { consume in
            #expect(try engineError { try other.execute("CREATE INDEX by_name ON dwh.t (name)") }.code == "55P03")
            try withBatch([.int32([2]), .text(["x"])]) { try consume($0) }
        }
        #expect(try ids() == ["2"])
    }

    @Test func `append adds, and adds the same load once`() throws {
        _ = try load("a", .append, [1, 2], interval: "d1")
        _ = try load("b", .append, [3], interval: "d2")
        let again = try load("a", .append, [1, 2], interval: "d1")
        #expect(again == LoadOutcome(rowsLoaded: 2, alreadyLoaded: true, statements: []))
        #expect(try ids() == ["1", "2", "3"])
        #expect(
            try connection.rows(
                """
                SELECT target, mode, "interval", fingerprint, run_id, pipeline, task, "rows", rows_inserted, rows_updated
                FROM esteira.loads ORDER BY id
                """
            ) == [
                [#""dwh"."t""#, "append", "d1", "a", "run", "shop", "load_t", "2", nil, nil],
                [#""dwh"."t""#, "append", "d2", "b", "run", "shop", "load_t", "1", nil, nil],
            ]
        )
    }

    @Test func `merge inserts, updates what differs and leaves the rest`() throws {
        let first = try load("a", .merge(key: ["id"]), [1, 2, 3])
        #expect(first.rowsInserted == 3)
        #expect(first.rowsUpdated == 0)
        let second = try load("b", .merge(key: ["id"]), [2, 3, 4], names: ["two", "n3", "n4"])
        #expect(second.rowsLoaded == 3)
        #expect(second.rowsInserted == 1)
        #expect(second.rowsUpdated == 1)
        #expect(
            try connection.rows("SELECT id, name FROM dwh.t ORDER BY id") == [
                ["1", "n1"], ["2", "two"], ["3", "n3"], ["4", "n4"],
            ]
        )
        #expect(try load("b", .merge(key: ["id"]), [2]).rowsInserted == 1)
        #expect(try connection.rows("SELECT count(*) FROM esteira.loads") == [["2"]])
    }

    @Test func `merge refuses a key that comes twice or is null, and changes nothing`() throws {
        _ = try load("a", .merge(key: ["id"]), [1, 2])
        let duplicate = try engineError { _ = try load("b", .merge(key: ["id"]), [5, 6, 5]) }
        #expect(
            duplicate.description == #"[21000] the key (id) = (5) comes 2 times among the rows for "dwh"."t" "#
                + "(deduplicate by the key before the load)"
        )
        let null = try engineError { _ = try load("c", .merge(key: ["id"]), [7, nil]) }
        #expect(null.code == "23502")
        #expect(null.message.hasPrefix(#"null value in column "id" of relation "esteira_stage""#))
        let first = try engineError { _ = try load("d", .merge(key: ["id"]), [5, 5], table: "fresh") }
        #expect(first.message == #"could not create unique index "fresh_pkey"; Key (id)=(5) is duplicated."#)
        #expect(try ids() == ["1", "2"])
        #expect(try connection.rows("SELECT count(*) FROM esteira.loads") == [["1"]])
    }

    @Test func `a replacement makes earlier loads of other modes count no more`() throws {
        _ = try load("a", .append, [1], interval: "d1")
        _ = try load("r", .replace, [9])
        #expect(try !load("a", .append, [1], interval: "d1").alreadyLoaded)
        #expect(try ids() == ["1", "9"])
        #expect(try !load("r", .replace, [9]).alreadyLoaded)
        #expect(try load("r", .replace, [9]).alreadyLoaded)
        try connection.execute("DROP TABLE dwh.t")
        #expect(try !load("r", .replace, [9]).alreadyLoaded)
    }

    @Test func `a connection lost before the commit leaves nothing, and the load can be repeated`() throws {
        _ = try load("a", .append, [1], interval: "d1")
        let doomed = try database.connect()
        let killer = connection
        let pid = try doomed.rows("SELECT pg_backend_pid()")[0][0]
        let error = try engineError {
            _ = try Warehouse.load(request("b", .append, interval: "d2"), over: doomed) { consume in
                try withBatch([.int32([2]), .text(["n2"])]) { try consume($0) }
                try killer.execute("SELECT pg_terminate_backend($1::int, 10000)", [pid])
            }
        }
        #expect(error.reason == .connection)
        #expect(try ids() == ["1"])
        #expect(try load("b", .append, [2], interval: "d2").rowsLoaded == 1)
        #expect(try load("b", .append, [2], interval: "d2").alreadyLoaded)
        #expect(try ids() == ["1", "2"])
    }

    @Test func `an error of the engine's stream is rethrown and nothing is kept`() throws {
        struct Broken: Error {}
        #expect(throws: Broken.self) {
            try Warehouse.load(request("a", .replace), over: connection) { consume in
                try withBatch([.int32([1]), .text(["x"])]) { try consume($0) }
                throw Broken()
            }
        }
        #expect(try connection.rows("SELECT to_regclass('dwh.t'), count(*) FROM esteira.loads") == [[nil, "0"]])
        #expect(try load("a", .replace, [1]).rowsLoaded == 1)
    }

    @Test func `new columns come with nulls for old rows, in any order of the table's own`() throws {
        try connection.execute("CREATE SCHEMA dwh")
        try connection.execute("CREATE TABLE dwh.t (own text DEFAULT 'x', id int PRIMARY KEY)")
        try connection.execute("INSERT INTO dwh.t (id) VALUES (1)")
        _ = try load("a", .append, [2])
        #expect(try connection.rows("SELECT * FROM dwh.t ORDER BY id") == [["x", "1", nil], ["x", "2", "n2"]])
        _ = try load("b", .replace, [3])
        #expect(try connection.rows("SELECT * FROM dwh.t") == [["x", "3", "n3"]])
        try connection.execute("ALTER TABLE dwh.t DROP COLUMN name")
        _ = try load("c", .replace, [4])
        #expect(try connection.rows("SELECT * FROM dwh.t") == [["x", "4", "n4"]])
    }

    @Test func `hostile names stay names`() throws {
        let evil = #"a"; drop table x; --"#
        let names = [evil, "ça va 🎉", "SELECT", "a'b\\c", String(repeating: "x", count: 63)]
        let target = TableDefinition(
            name: Identifier(evil, evil),
            columns: names.map { TableColumn($0, .int, comment: $0) },
            primaryKey: [evil],
            indexes: [["a'b\\c", "SELECT"]],
            comment: evil
        )
        for mode in [LoadMode.replace, .append, .merge(key: [evil]), .replace] {
            let request = LoadRequest(
                target: target,
                mode: mode,
                fingerprint: evil,
                runID: evil,
                pipeline: evil,
                task: evil,
                interval: evil
            )
            let value: Int32 = mode == .append ? 2 : 1
            let columns = names.map { _ in TestColumn.int32([value]) }
            let outcome = try Warehouse.load(request, over: connection) { consume in
                try withBatch(columns) { try consume($0) }
            }
            #expect(outcome.rowsLoaded == 1)
        }
        #expect(try connection.rows("SELECT count(*) FROM \(target.name)") == [["1"]])
        #expect(try connection.rows("SELECT DISTINCT target, task FROM esteira.loads") == [[target.name.quoted, evil]])
    }

    @Test func `two tables load at once, each waiting for the other's rows`() async throws {
        let gate = Gate()
        let (one, two) = (try database.connect(), try database.connect())
        // Each pushes its rows only when the other is inside its transaction: blocking would never end.
        async let first = onOwnThread { try loadMeeting(gate, "one", over: one) }
        async let second = onOwnThread { try loadMeeting(gate, "two", over: two) }
        #expect(try await [first, second] == [1, 1])
        #expect(
            try connection.rows("SELECT target FROM esteira.loads ORDER BY 1") == [
                [#""dwh"."one""#], [#""dwh"."two""#],
            ]
        )
    }

    @Test func `the same load from two connections is done once`() async throws {
        let (one, two) = (try database.connect(), try database.connect())
        async let first = onOwnThread { try loadOnce(over: one) }
        async let second = onOwnThread { try loadOnce(over: two) }
        let outcomes = try await [first, second]
        #expect(outcomes.count(where: \.alreadyLoaded) == 1)
        #expect(try ids() == ["1"])
    }

    @Test func `a partitioned table is loaded without freezing`() throws {
        try connection.execute("CREATE SCHEMA dwh")
        try connection.execute("CREATE TABLE dwh.t (id int PRIMARY KEY, name text) PARTITION BY HASH (id)")
        try connection.execute("CREATE TABLE dwh.t0 PARTITION OF dwh.t FOR VALUES WITH (MODULUS 1, REMAINDER 0)")
        for mode in [LoadMode.replace, .append, .replace] {
            #expect(try load("\(mode.name)", mode, [mode == .append ? 2 : 1]).rowsLoaded == 1)
        }
        let merged = try load("m", .merge(key: ["id"]), [1, 2])
        #expect(merged.rowsLoaded == 2)
        #expect(merged.rowsInserted == nil)
        #expect(try ids() == ["1", "2"])
    }

    @Test func `a view, and rows that a trigger drops, are refused`() throws {
        try connection.execute("CREATE SCHEMA dwh")
        try connection.execute("CREATE VIEW dwh.t AS SELECT 1 AS id")
        #expect(try engineError { _ = try load("a", .replace, [1]) }.message == #""dwh"."t" is not a table"#)
        _ = try load("a", .replace, [1], table: "u")
        try connection.execute(
            "CREATE FUNCTION skip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$"
        )
        try connection.execute("CREATE TRIGGER skip BEFORE INSERT ON dwh.u FOR EACH ROW EXECUTE FUNCTION skip()")
        let error = try engineError { _ = try load("b", .append, [2, 3], table: "u") }
        #expect(error.message == "2 rows were sent, 0 were stored")
        #expect(try connection.rows("SELECT count(*) FROM dwh.u") == [["1"]])
    }

    @Test func `a load that is not accepted is taken back`() throws {
        _ = try load("a", .replace, [1])
        #expect(throws: CancellationError.self) {
            try Warehouse.load(request("b", .replace), over: connection) { consume in
                try withBatch([.int32([2, 3]), .text(["x", "y"])]) { try consume($0) }
            } accept: { outcome in
                if outcome.rowsLoaded == 2 { throw CancellationError() }
            }
        }
        #expect(try ids() == ["1"])
    }
}

/// Opens when two have come.
final class Gate: Sendable {
    private let arrivals = DispatchSemaphore(value: 0)
    private let leave = DispatchSemaphore(value: 0)

    /// Signals the other side and waits for it.
    func meet(isFirst: Bool) {
        (isFirst ? arrivals : leave).signal()
        (isFirst ? leave : arrivals).wait()
    }
}

private func request(
    _ fingerprint: String,
    _ mode: LoadMode,
    interval: String = "",
    table: String = "t"
) -> LoadRequest {
    LoadRequest(
        target: TableDefinition(
            name: Identifier("dwh", table),
            columns: [TableColumn("id", .int), TableColumn("name", .string, comment: "what it's called")],
            primaryKey: ["id"],
            comment: "all of it"
        ),
        mode: mode,
        fingerprint: fingerprint,
        runID: "run",
        pipeline: "shop",
        task: "load_t",
        interval: interval
    )
}

private func loadMeeting(_ gate: Gate, _ table: String, over connection: PostgresConnection) throws -> Int {
    try load(request("a", .replace, table: table), over: connection) { consume in
        gate.meet(isFirst: table == "one")
        try withBatch([.int32([1]), .text(["x"])]) { try consume($0) }
    }.rowsLoaded
}

private func loadOnce(over connection: PostgresConnection) throws -> LoadOutcome {
    try load(request("a", .append), over: connection) { consume in
        try withBatch([.int32([1]), .text(["x"])]) { try consume($0) }
    }
}

extension LoadTests {
    private func load(
        _ fingerprint: String,
        _ mode: LoadMode,
        _ ids: [Int32?],
        names: [String]? = nil,
        interval: String = "",
        table: String = "t"
    ) throws -> LoadOutcome {
        let names = names ?? ids.map { "n\($0 ?? 0)" }
        return try Warehouse.load(request(fingerprint, mode, interval: interval, table: table), over: connection) {
            consume in try withBatch([.int32(ids), .text(names)]) { try consume($0) }
        }
    }

    private func ids() throws -> [String?] { try connection.rows("SELECT id FROM dwh.t ORDER BY id").map { $0[0] } }
}
