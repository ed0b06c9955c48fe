import Engines
import Foundation
import TestSupport
import Testing
import Warehouse

/// Both pipelines of this repository, from nothing to the warehouse.
@Suite struct WholePipelineTests {
    @Test(needsPostgres)
    func `PostgreSQL holds every row that the files say`() async throws {
        let shop = try await Shop(PrivateDatabase())
        let run = try await shop.etl()
        expectTables(try shop.tables(), shop.expected)
        try await expectAccounts(of: run, shop)
        try expectTotals(shop)
        try expectKeys(shop)
        try await expectNothingLoadedTwice(shop)
    }

    @Test func `A DuckDB file holds every row that the files say`() async throws {
        let shop = try await Shop()
        let run = try await shop.etl()
        expectTables(try shop.tables(), shop.expected)
        try await expectAccounts(of: run, shop)
        try expectTotals(shop)
        try await expectNothingLoadedTwice(shop)
    }

    /// Rows in are rows out and all that was taken away, as printed at the end and as kept of the run.
    private func expectAccounts(of run: Finished, _ shop: Shop) async throws {
        let printed = printedTable(run.output, from: "task")
        let kept = printedTable(try await shop.place.esteira(["runs", "last"], ends: 0).output, from: "task")
        #expect(printed.count == 19)  // with the totals
        for (table, account) in shop.expected.accounts {
            let transform = try #require(printed["transform.\(table)"])
            let found = ExpectedShop.Account(
                rowsIn: number(transform["rows in"])!,
                rowsOut: number(transform["rows out"])!,
                filtered: number(transform["filtered"])!,
                duplicates: number(transform["duplicates"])!
            )
            #expect(found == account, "transform.\(table)")
            #expect(account.rowsIn == account.rowsOut + account.filtered + account.duplicates)
            let ingest = try #require(printed["ingest.\(table)"])
            #expect([number(ingest["rows in"]), number(ingest["rows out"])] == [account.rowsIn, account.rowsIn])
            #expect(number(ingest["rejected"]) == 0)
            for task in ["check.\(table)", "load.\(table)"] {
                #expect(number(printed[task]?["rows in"]) == account.rowsOut, "\(task)")
                #expect(number(printed[task]?["rows out"]) == account.rowsOut, "\(task)")
            }
        }
        for (task, row) in printed where task != "total" {
            #expect(kept[task]?["rows in"] == row["rows in"], "\(task)")
            #expect(kept[task]?["rows out"] == row["rows out"], "\(task)")
            #expect(kept[task]?["rejected"] == row["rejected"], "\(task)")
        }
    }

    /// Money and counts of the clean tables, against sums over the expected rows in whole cents.
    private func expectTotals(_ shop: Shop) throws {
        let tables = try shop.tables()
        for (table, column) in [("orders", "total_price"), ("payments", "amount"), ("daily_revenue", "revenue")] {
            #expect(sum(tables, table, column) == sum(shop.expected.tables, table, column), "\(table)")
            #expect(sum(tables, table, column) > 0)
        }
        #expect(counts(tables, "orders", "status") == counts(shop.expected.tables, "orders", "status"))
        #expect(Set(counts(tables, "orders", "status").keys) == ["aprovado", "pendente", "cancelado"])
        let rows = warehouseTables.map { tables[$0.name]?.count ?? 0 }
        #expect(rows == (try sorted(shop.loads())), "the ledger's counts are the tables'")
    }

    /// The counts of the ledger in the order of the tables.
    private func sorted(_ loads: [[String?]]) -> [Int] {
        warehouseTables.map { table in
            loads.first { $0[0]?.contains("\"\(table.name)\"") ?? false }.flatMap { $0[1].flatMap { Int($0) } } ?? -1
        }
    }

    private func expectKeys(_ shop: Shop) throws {
        let keys = try #require(shop.place.database).connect().rows(
            """
            SELECT table_name, string_agg(column_name, ' ' ORDER BY ordinal_position)
            FROM information_schema.key_column_usage WHERE table_schema = 'dwh' GROUP BY 1 ORDER BY 1
            """
        )
        #expect(
            keys == [
                ["daily_revenue", "day category state"], ["orders", "order_id"], ["payments", "payment_id"],
                ["products", "product_id"], ["users", "user_id"],
            ]
        )
    }

    /// The same run again does nothing. A new run loads what it made again, no row changes, and the ledger has one row
    /// for each load that was done.
    private func expectNothingLoadedTwice(_ shop: Shop) async throws {
        let loads = try shop.loads()
        #expect(loads.count == 5)
        let again = try await shop.etl("--resume", "last")
        let states = printedTable(again.output, from: "task").filter { $0.key != "total" }.values.map { $0["state"] }
        #expect(states == Array(repeating: "up to date", count: 18))
        #expect(try shop.loads() == loads)
        try shop.touch("products")
        let new = printedTable(try await shop.etl().output, from: "task")
        let expected = ["load.users": "up to date", "load.products": "ok", "load.daily_revenue": "ok"]
        for (task, state) in expected { #expect(new[task]?["state"] == state, "\(task)") }
        let done = new.count { $0.key.hasPrefix("load.") && $0.value["state"] == "ok" }
        expectTables(try shop.tables(), shop.expected)
        #expect(try shop.loads().count == 5 + done)
    }
}

private func sum(_ tables: [String: [[String?]]], _ table: String, _ column: String) -> Int {
    let index = warehouseTables.first { $0.name == table }!.columns.firstIndex(of: column)!
    return (tables[table] ?? []).reduce(0) { $0 + cents($1[index]!) }
}

private func counts(_ tables: [String: [[String?]]], _ table: String, _ column: String) -> [String: Int] {
    let index = warehouseTables.first { $0.name == table }!.columns.firstIndex(of: column)!
    return (tables[table] ?? []).reduce(into: [:]) { $0[$1[index]!, default: 0] += 1 }
}
