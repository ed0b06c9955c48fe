import Engines
import Expressions
import Testing

@testable import Warehouse

/// Loads that replace the partitions which come, into both kinds of warehouse.
@Suite struct PartitionTests {
    @Test(arguments: TestWarehouse.Kind.reachable)
    func `Only the partitions that come are replaced, and a load may be repeated`(_ kind: TestWarehouse.Kind) throws {
        let warehouse = try TestWarehouse(kind)
        let first = try warehouse.load(days("a"), "('d1', 1, 'x'), ('d1', 2, 'y'), ('d2', 3, 'z')")
        #expect([first.rowsLoaded, first.rowsDeleted, first.partitions] == [3, nil, nil])
        let second = try warehouse.load(days("b"), "('d2', 4, 'new'), ('d3', 5, 'w')")
        #expect([second.rowsLoaded, second.rowsDeleted, second.partitions] == [2, 1, 2])
        let expected = ["d1 1 x", "d1 2 y", "d2 4 new", "d3 5 w"]
        #expect(try warehouse.rows(table) == expected)
        #expect(try warehouse.load(days("b"), "('d2', 9, 'not read')").alreadyLoaded)
        // Other rows under another name: the second of two loads of a partition stays.
        let third = try warehouse.load(days("c"), "('d2', 4, 'new'), ('d3', 5, 'w')")
        #expect([third.rowsLoaded, third.rowsDeleted, third.partitions] == [2, 2, 2])
        #expect(try warehouse.rows(table) == expected)
        #expect(
            try warehouse.rows("SELECT mode, \"rows\", fingerprint FROM esteira.loads ORDER BY id") == [
                "partition 3 a", "partition 2 b", "partition 2 c",
            ]
        )
    }

    @Test(arguments: TestWarehouse.Kind.reachable)
    func `An earlier load of another interval is done again, for its partition may have been replaced`(
        _ kind: TestWarehouse.Kind
    ) throws {
        let warehouse = try TestWarehouse(kind)
        _ = try warehouse.load(days("a", interval: "i1"), "('d1', 1, 'first')")
        _ = try warehouse.load(days("b", interval: "i2"), "('d1', 2, 'late'), ('d2', 3, 'x')")
        #expect(try !warehouse.load(days("a", interval: "i1"), "('d1', 1, 'first')").alreadyLoaded)
        #expect(try warehouse.rows(table) == ["d1 1 first", "d2 3 x"])
    }

    @Test(arguments: TestWarehouse.Kind.reachable)
    func `No rows replace no partition`(_ kind: TestWarehouse.Kind) throws {
        let warehouse = try TestWarehouse(kind)
        #expect(try warehouse.load(days("none"), "").rowsLoaded == 0)
        _ = try warehouse.load(days("a"), "('d1', 1, 'x')")
        let empty = try warehouse.load(days("b"), "")
        #expect([empty.rowsLoaded, empty.rowsDeleted, empty.partitions] == [0, 0, 0])
        #expect(try warehouse.rows(table) == ["d1 1 x"])
    }

    @Test(arguments: TestWarehouse.Kind.reachable)
    func `Null is a partition of its own, and several columns make one`(_ kind: TestWarehouse.Kind) throws {
        let warehouse = try TestWarehouse(kind)
        let request = { (name: String) in days(name, by: ["day", "name"]) }
        _ = try warehouse.load(request("a"), "('d1', 1, null), ('d1', 2, 'y'), (null, 3, 'y'), (null, 4, null)")
        let second = try warehouse.load(request("b"), "('d1', 5, null), (null, 6, null)")
        #expect([second.rowsDeleted, second.partitions] == [2, 2])
        #expect(try warehouse.rows(table) == ["- 3 y", "- 6 -", "d1 2 y", "d1 5 -"])
        let third = try warehouse.load(request("c"), "(null, 7, 'y'), ('d1', 8, 'y')")
        #expect([third.rowsDeleted, third.partitions] == [2, 2])
        #expect(try warehouse.rows(table) == ["- 6 -", "- 7 y", "d1 5 -", "d1 8 y"])
    }

    @Test(arguments: TestWarehouse.Kind.reachable)
    func `A load that fails or is not accepted takes nothing away`(_ kind: TestWarehouse.Kind) throws {
        let warehouse = try TestWarehouse(kind)
        _ = try warehouse.load(days("a", key: ["id"]), "('d1', 1, 'x'), ('d2', 2, 'y')")
        #expect(throws: CancellationError.self) {
            try warehouse.load(days("b", key: ["id"]), "('d1', 3, 'z')") { outcome in
                if outcome.rowsDeleted == 1 { throw CancellationError() }
            }
        }
        // The key of a row in another partition.
        let error = try engineError { _ = try warehouse.load(days("c", key: ["id"]), "('d1', 2, 'z')") }
        #expect(error.code == (kind == .duckdb ? "21000" : "23505"))
        #expect(try warehouse.rows(table) == ["d1 1 x", "d2 2 y"])
        #expect(try warehouse.rows("SELECT fingerprint FROM esteira.loads") == ["a"])
    }

    @Test(arguments: TestWarehouse.Kind.reachable)
    func `A table without the partition's column gets it, or refuses the load`(_ kind: TestWarehouse.Kind) throws {
        let warehouse = try TestWarehouse(kind)
        try warehouse.execute("CREATE SCHEMA dwh")
        try warehouse.execute("CREATE TABLE dwh.t (id int, name text)")
        try warehouse.execute("INSERT INTO dwh.t VALUES (1, 'old')")
        var ignoring = days("a")
        ignoring.schemaChanges = .ignore
        let error = try engineError { _ = try warehouse.load(ignoring, "('d1', 2, 'x')") }
        #expect(error.message.hasPrefix("the partition column 'day' is missing in "))
        _ = try warehouse.load(days("b"), "('d1', 2, 'x'), (null, 3, 'y')")
        #expect(try warehouse.rows(table) == ["- 3 y", "d1 2 x"])
    }

    @Test(needsPostgres)
    func `Rows that a trigger drops are missing from the account`() throws {
        let warehouse = try TestWarehouse(.postgres)
        _ = try warehouse.load(days("a"), "('d1', 1, 'x')")
        try warehouse.execute("CREATE FUNCTION skip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$")
        try warehouse.execute(
            "CREATE TRIGGER skip BEFORE INSERT ON dwh.t FOR EACH ROW WHEN (NEW.id > 5) EXECUTE FUNCTION skip()")
        #expect(throws: CancellationError.self) {
            try warehouse.load(days("b"), "('d1', 2, 'y'), ('d1', 6, 'z')") { outcome in
                #expect(outcome.rowsLoaded == 1)
                throw CancellationError()
            }
        }
        #expect(try warehouse.rows(table) == ["d1 1 x"])
    }

    private let table: SQL = "SELECT day, id, name FROM dwh.t ORDER BY day NULLS FIRST, id"

    private func days(
        _ fingerprint: String,
        by names: [String] = ["day"],
        key: [String] = [],
        interval: String = ""
    ) -> LoadRequest {
        LoadRequest(
            target: TableDefinition(
                name: Identifier("dwh", "t"),
                columns: [TableColumn("day", .string), TableColumn("id", .int), TableColumn("name", .string)],
                primaryKey: key
            ),
            mode: .partition(by: names),
            fingerprint: fingerprint,
            runID: "run",
            pipeline: "shop",
            task: "load_t",
            interval: interval
        )
    }
}
