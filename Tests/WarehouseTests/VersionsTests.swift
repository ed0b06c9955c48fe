import Engines
import Expressions
import Testing

@testable import Warehouse

/// Loads that keep the history of rows, into both kinds of warehouse.
@Suite struct VersionsTests {
    @Test(arguments: TestWarehouse.Kind.reachable)
    func `A row that differs is a new version, the others stay`(_ kind: TestWarehouse.Kind) throws {
        let warehouse = try TestWarehouse(kind)
        let first = try warehouse.load(
            customers("a", day: 1), "(1, 'Recife', 'x'), (2, 'Belém', null), (3, 'Natal', 'z')")
        #expect(first.counts == [3, 3, 0, 0])
        let second = try warehouse.load(
            customers("b", day: 2), "(1, 'Recife', 'x'), (2, 'Belém', 'y'), (4, 'Natal', 'n')")
        #expect(second.counts == [3, 2, 0, 1])
        #expect(
            try versions(warehouse) == [
                "1 Recife x 01 -", "2 Belém - 01 02", "2 Belém y 02 -", "3 Natal z 01 -", "4 Natal n 02 -",
            ]
        )
        #expect(
            try warehouse.rows(
                "SELECT mode, \"interval\", \"rows\", rows_inserted, rows_updated FROM esteira.loads ORDER BY id")
                == ["scd2 2026-01-01 00:00:00+00 3 3 0", "scd2 2026-01-02 00:00:00+00 3 2 0"]
        )
    }

    @Test(arguments: TestWarehouse.Kind.reachable)
    func `The same rows twice change nothing, whatever the load is called`(_ kind: TestWarehouse.Kind) throws {
        let warehouse = try TestWarehouse(kind)
        _ = try warehouse.load(customers("a", day: 1), "(1, 'Recife', 'x'), (2, 'Belém', null)")
        _ = try warehouse.load(customers("b", day: 2), "(1, 'Olinda', 'x'), (2, 'Belém', null)")
        let expected = try versions(warehouse)
        #expect(try warehouse.load(customers("b", day: 2), "(9, 'not', 'read')").alreadyLoaded)
        let again = try warehouse.load(customers("c", day: 2), "(1, 'Olinda', 'x'), (2, 'Belém', null)")
        #expect(again.counts == [2, 0, 0, 0])
        let later = try warehouse.load(customers("d", day: 3), "(1, 'Olinda', 'x'), (2, 'Belém', null)")
        #expect(later.counts == [2, 0, 0, 0])
        #expect(try versions(warehouse) == expected)
        // A day that is loaded already, in whatever order it comes.
        #expect(try warehouse.load(customers("a", day: 1), "(9, 'not', 'read')").alreadyLoaded)
    }

    @Test(arguments: TestWarehouse.Kind.reachable)
    func `What is not tracked changes in the current version`(_ kind: TestWarehouse.Kind) throws {
        let warehouse = try TestWarehouse(kind)
        let request = { (name: String, day: Int) in customers(name, day: day, tracked: ["city"]) }
        _ = try warehouse.load(request("a", 1), "(1, 'Recife', 'x'), (2, 'Belém', 'y'), (3, 'Natal', 'z')")
        let second = try warehouse.load(
            request("b", 2), "(1, 'Recife', 'changed'), (2, 'Olinda', 'both'), (3, 'Natal', 'z')")
        #expect(second.counts == [3, 1, 1, 1])
        #expect(
            try versions(warehouse) == [
                "1 Recife changed 01 -", "2 Belém y 01 02", "2 Olinda both 02 -", "3 Natal z 01 -",
            ]
        )
    }

    @Test(arguments: TestWarehouse.Kind.reachable)
    func `A key that does not come is kept or closed, and may come back`(_ kind: TestWarehouse.Kind) throws {
        let warehouse = try TestWarehouse(kind)
        let closing = { (name: String, day: Int) in customers(name, day: day, absentRows: .close) }
        _ = try warehouse.load(closing("a", 1), "(1, 'Recife', 'x'), (2, 'Belém', 'y')")
        #expect(try warehouse.load(customers("b", day: 2), "(1, 'Recife', 'x')").counts == [1, 0, 0, 0])
        #expect(try warehouse.load(closing("c", 3), "(1, 'Recife', 'x')").counts == [1, 0, 0, 1])
        #expect(try versions(warehouse) == ["1 Recife x 01 -", "2 Belém y 01 03"])
        #expect(try warehouse.load(closing("d", 4), "(1, 'Recife', 'x'), (2, 'Belém', 'y')").counts == [2, 1, 0, 0])
        #expect(try versions(warehouse) == ["1 Recife x 01 -", "2 Belém y 01 03", "2 Belém y 04 -"])
    }

    @Test(arguments: TestWarehouse.Kind.reachable)
    func `A moment loaded again says what holds from it on`(_ kind: TestWarehouse.Kind) throws {
        let warehouse = try TestWarehouse(kind)
        let closing = { (name: String, day: Int) in customers(name, day: day, absentRows: .close) }
        _ = try warehouse.load(closing("a", 1), "(1, 'Recife', 'x'), (2, 'Belém', 'y')")
        _ = try warehouse.load(closing("b", 2), "(1, 'wrong', 'x'), (2, 'Belém', 'y'), (3, 'wrong', 'z')")
        // The row that was wrong is put right in place, the one that was none is taken back: it holds at no time.
        let corrected = try warehouse.load(closing("c", 2), "(1, 'Olinda', 'x'), (2, 'Belém', 'y')")
        #expect(corrected.counts == [2, 0, 1, 1])
        #expect(
            try versions(warehouse) == ["1 Recife x 01 02", "1 Olinda x 02 -", "2 Belém y 01 -", "3 wrong z 02 02"]
        )
        let back = try warehouse.load(closing("d", 2), "(1, 'Olinda', 'x'), (2, 'Belém', 'y'), (3, 'Natal', 'z')")
        #expect(back.counts == [3, 0, 1, 0])
        #expect(
            try versions(warehouse) == ["1 Recife x 01 02", "1 Olinda x 02 -", "2 Belém y 01 -", "3 Natal z 02 -"]
        )
    }

    @Test(arguments: TestWarehouse.Kind.reachable)
    func `An older moment is refused, also where the newer one changed nothing`(_ kind: TestWarehouse.Kind) throws {
        let warehouse = try TestWarehouse(kind)
        _ = try warehouse.load(customers("a", day: 1), "(1, 'Recife', 'x')")
        _ = try warehouse.load(customers("b", day: 3), "(1, 'Recife', 'x')")
        let error = try engineError { _ = try warehouse.load(customers("c", day: 2), "(1, 'Olinda', 'x')") }
        #expect(error.reason == .outOfOrder)
        #expect(
            error.message == #"the history of "dwh"."t" goes to 2026-01-03 00:00:00+00 already, "#
                + "and these rows hold from 2026-01-02 00:00:00+00"
        )
        #expect(
            error.hint == "load days in their order; to change an older one, drop the table and run its days anew"
        )
        #expect(try versions(warehouse) == ["1 Recife x 01 -"])
        // A history from elsewhere, of which the ledger knows nothing.
        try warehouse.execute("DELETE FROM esteira.loads")
        try warehouse.execute("UPDATE dwh.t SET valid_to = TIMESTAMPTZ '2026-01-05 00:00:00+00'")
        #expect(
            try engineError { _ = try warehouse.load(customers("d", day: 4), "(1, 'Olinda', 'x')") }.reason
                == .outOfOrder)
    }

    @Test(arguments: TestWarehouse.Kind.reachable)
    func `A table that was dropped gets its history anew`(_ kind: TestWarehouse.Kind) throws {
        let warehouse = try TestWarehouse(kind)
        for _ in 1...2 {
            for day in 1...3 {
                #expect(try !warehouse.load(customers("\(day)", day: day), "(1, 'Recife', 'v\(day)')").alreadyLoaded)
            }
            #expect(try versions(warehouse) == ["1 Recife v1 01 02", "1 Recife v2 02 03", "1 Recife v3 03 -"])
            try warehouse.execute("DROP TABLE dwh.t")
        }
    }

    @Test(arguments: TestWarehouse.Kind.reachable)
    func `A key that is null or comes twice is refused, and nothing changes`(_ kind: TestWarehouse.Kind) throws {
        let warehouse = try TestWarehouse(kind)
        let new = try engineError { _ = try warehouse.load(customers("a", day: 1), "(5, 'x', 'x'), (5, 'y', 'y')") }
        #expect(
            new.description == #"[21000] the key (id) = (5) comes 2 times among the rows for "dwh"."t" "#
                + "(deduplicate by the key before the load)"
        )
        _ = try warehouse.load(customers("a", day: 1), "(1, 'Recife', 'x')")
        #expect(
            try engineError { _ = try warehouse.load(customers("b", day: 2), "(1, 'a', 'b'), (1, 'b', 'b')") }.code
                == "21000")
        #expect(try engineError { _ = try warehouse.load(customers("c", day: 2), "(null, 'a', 'b')") }.code == "23502")
        #expect(throws: CancellationError.self) {
            try warehouse.load(customers("d", day: 2), "(1, 'Olinda', 'x')") { _ in throw CancellationError() }
        }
        #expect(try versions(warehouse) == ["1 Recife x 01 -"])
        #expect(try warehouse.rows("SELECT fingerprint FROM esteira.loads") == ["a"])
    }

    @Test(arguments: TestWarehouse.Kind.reachable)
    func `A table without room for versions is refused, and a new column makes new versions`(
        _ kind: TestWarehouse.Kind
    ) throws {
        let warehouse = try TestWarehouse(kind)
        try warehouse.execute("CREATE SCHEMA dwh")
        try warehouse.execute("CREATE TABLE dwh.t (id int, city text)")
        let error = try engineError { _ = try warehouse.load(customers("a", day: 1), "(1, 'Recife', 'x')") }
        #expect(error.message.hasSuffix(" keeps no history: it has no column 'valid_from'"))
        try warehouse.execute("DROP TABLE dwh.t")
        try warehouse.execute(
            "CREATE TABLE dwh.t (id int NOT NULL, city text, valid_from timestamptz NOT NULL, valid_to timestamptz)")
        try warehouse.execute("INSERT INTO dwh.t VALUES (1, 'Recife', TIMESTAMPTZ '2026-01-01 00:00:00+00', NULL)")
        #expect(try warehouse.load(customers("b", day: 2), "(1, 'Recife', 'x')").counts == [1, 1, 0, 1])
        #expect(try versions(warehouse) == ["1 Recife - 01 02", "1 Recife x 02 -"])
    }

    @Test(arguments: TestWarehouse.Kind.reachable)
    func `A key of all columns keeps when each was there`(_ kind: TestWarehouse.Kind) throws {
        let warehouse = try TestWarehouse(kind)
        let request = { (name: String, day: Int) in
            LoadRequest(
                target: TableDefinition(name: Identifier("dwh", "t"), columns: [TableColumn("id", .int)]),
                mode: .scd2(history(day, key: ["id"], tracked: [], .close)), fingerprint: name, runID: "run",
                pipeline: "shop", task: "load_t", interval: "2026-01-0\(day) 00:00:00+00")
        }
        #expect(try warehouse.load(request("a", 1), "(1), (2)").counts == [2, 2, 0, 0])
        #expect(try warehouse.load(request("b", 2), "(2), (3)").counts == [2, 1, 0, 1])
        #expect(try warehouse.rows("SELECT id FROM dwh.t WHERE valid_to IS NULL ORDER BY id") == ["2", "3"])
    }

    @Test(needsPostgres)
    func `Rows that a trigger drops have no current version, and are missing from the account`() throws {
        let warehouse = try TestWarehouse(.postgres)
        _ = try warehouse.load(customers("a", day: 1), "(1, 'Recife', 'x'), (2, 'Belém', 'y')")
        try warehouse.execute("CREATE FUNCTION skip() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$")
        try warehouse.execute("CREATE TRIGGER skip BEFORE INSERT ON dwh.t FOR EACH ROW EXECUTE FUNCTION skip()")
        #expect(throws: CancellationError.self) {
            try warehouse.load(customers("b", day: 2), "(1, 'Olinda', 'x'), (2, 'Belém', 'y')") { outcome in
                #expect(outcome.counts == [1, 0, 0, 1])
                throw CancellationError()
            }
        }
        #expect(try versions(warehouse) == ["1 Recife x 01 -", "2 Belém y 01 -"])
    }

    /// Each version with the days of the month from which and to which it holds.
    private func versions(_ warehouse: TestWarehouse) throws -> [String] {
        try warehouse.rows("SELECT id, city, name, valid_from, valid_to FROM dwh.t ORDER BY id, valid_from").map {
            row in
            row.replacing("2026-01-", with: "").replacing(" 00:00:00+00", with: "")
        }
    }
}

private func history(
    _ day: Int,
    key: [String] = ["id"],
    tracked: [String],
    _ absentRows: History.AbsentRows
) -> History {
    History(
        key: key,
        tracked: tracked,
        absentRows: absentRows,
        moment: 1_767_225_600_000_000 + Int64(day - 1) * 86_400_000_000,
        validFrom: "valid_from",
        validTo: "valid_to"
    )
}

private func customers(
    _ fingerprint: String,
    day: Int,
    tracked: [String] = ["city", "name"],
    absentRows: History.AbsentRows = .keep
) -> LoadRequest {
    LoadRequest(
        target: TableDefinition(
            name: Identifier("dwh", "t"),
            columns: [TableColumn("id", .int), TableColumn("city", .string), TableColumn("name", .string)],
            primaryKey: ["id"]
        ),
        mode: .scd2(history(day, tracked: tracked, absentRows)),
        fingerprint: fingerprint,
        runID: "run",
        pipeline: "shop",
        task: "load_t",
        interval: "2026-01-0\(day) 00:00:00+00"
    )
}

extension LoadOutcome {
    /// Loaded, inserted, updated in place, closed.
    fileprivate var counts: [Int?] { [rowsLoaded, rowsInserted, rowsUpdated, rowsClosed] }
}
