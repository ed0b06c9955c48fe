import DuckDBEngine
import Engines
import Expressions
import Foundation
import TestSupport
import Testing

/// A dataset that does not meet its expectations goes no further, and nothing else is held up.
@Suite struct GateTests {
    private let orders = "lake/processed/orders/year=2026/month=01/day=31/orders.parquet"
    private let payments = "lake/processed/payments/year=2026/month=01/day=31/payments.parquet"

    @Test(needsPostgres)
    func `A critical expectation that is not met keeps file and table as they were`() async throws {
        let shop = try await Shop(PrivateDatabase())
        try await shop.etl()
        let (oldFiles, oldTables) = (try [orders, payments].map(shop.place.bytes), try shop.tables())
        try loseOrder(shop.place)

        let run = try await shop.etl(ends: 1)

        #expect(try shop.place.bytes(orders) == oldFiles[0])
        #expect(try shop.place.bytes(payments) != oldFiles[1])
        let tables = try shop.tables()
        #expect(tables["orders"].map(Set.init) == oldTables["orders"].map(Set.init))
        #expect(tables["daily_revenue"].map(Set.init) == oldTables["daily_revenue"].map(Set.init))
        #expect(tables["payments"]?.count == (oldTables["payments"]?.count ?? 0) + 1)
        try expectTold(run)
        try await expectRecovery(shop)
    }

    @Test func `rows that break an expectation are set aside, and the others go on`() async throws {
        let shop = try await Shop()
        let pipeline = "pipelines/ecommerce_etl.yaml"
        try shop.place.edit(
            pipeline, "processed.orders: orders", "processed.orders: {suite: orders, on_failure: quarantine, max: 1%}")
        try await shop.etl()
        try loseOrder(shop.place)

        let run = try await shop.etl()

        let check = printedTable(run.output, from: "task")["check.orders"]
        #expect(check?["rows in"] == "4,513" && check?["rows out"] == "4,512" && check?["rejected"] == "1", "\(run)")
        #expect(try shop.tables()["orders"]?.count == shop.expected.tables["orders"]?.count)
        let aside = "lake/quarantine/processed/orders/year=2026/month=01/day=31/orders.parquet"
        #expect(
            try openDuckDB().session().rows(
                "SELECT status, esteira_reason FROM read_parquet(\(literal: "\(shop.place.folder.path)/\(aside)"))"
            ) == [[.string("perdido"), .string("status is one of 'aprovado', 'pendente' or 'cancelado'")]])
        let plan = try await shop.place.esteira(
            ["plan", "ecommerce_etl", "--profile", "embedded", "--param", "date=\(day)"], ends: 0)
        #expect(
            plan.output.contains("rows that check[*] sets aside")
                || plan.output.contains("rows that check.orders sets aside"), "\(plan)")

        // One in 4,513 is more than this.
        try shop.place.edit(pipeline, "max: 1%", "max: 0.01%")
        let stopped = try await shop.etl(ends: 1)
        #expect(
            stopped.output.contains(
                "failed check.orders: 1 of 4513 rows do not meet what is expected, more than 'max' allows (EST5020)"),
            "\(stopped)")
        #expect(stopped.output.contains("help: the rows and their reasons are in \(aside)"), "\(stopped)")
    }

    /// An order with a status nobody knows, and a payment that is fine.
    private func loseOrder(_ place: Place) throws {
        let files = ["orders", "payments"].map { "include/\(day)/\($0).csv" }
        let id = "00000000-0000-4000-8000-00000000000"
        let order = "\(id)1,\(id)2,\(id)3,2,10.00,2026-01-02T03:04:05,perdido\n"
        let payment = "\(id)4,\(id)1,pix,10.00,2026-01-02T03:04:05\n"
        try place.folder.write(place.folder.read(files[0]) + order, to: files[0])
        try place.folder.write(place.folder.read(files[1]) + payment, to: files[1])
    }

    private func expectTold(_ run: Finished) throws {
        let states = printedTable(run.output, from: "task").mapValues { $0["state"] }
        #expect(states["check.orders"] == "failed")
        for task in ["load.orders", "transform.daily_revenue", "load.daily_revenue"] {
            #expect(states[task] == "skipped", "\(run)")
        }
        for task in ["check.payments", "load.payments"] { #expect(states[task] == "ok", "\(run)") }
        #expect(states["load.users"] == "up to date")
        let again =
            "\nGo on after the cause is gone:  esteira run ecommerce_etl --profile local --param date=\(day) --resume "
        #expect(run.output.contains(again), "\(run)")
        let failure = run.output.split(separator: "\n").map(String.init).filter {
            $0.hasPrefix("failed check.orders") || $0.hasPrefix("  help:")
        }
        #expect(
            failure == [
                """
                failed check.orders: expectation not met: status is one of 'aprovado', 'pendente' or 'cancelado': \
                1 of 4,513 rows (0.022 %), such as "perdido" (EST5020)
                """,
                """
                  help: expectations/orders.yaml:8:13 says so; the whole result is in \
                lake/validation/orders/year=2026/month=01/day=31/validation_result.json
                """,
            ]
        )
    }

    /// With the cause gone, resuming publishes and loads what was held back.
    private func expectRecovery(_ shop: Shop) async throws {
        try shop.place.edit("include/\(day)/orders.csv", ",perdido\n", ",pendente\n")
        let run = try await shop.etl("--resume", "last")
        #expect(printedTable(run.output, from: "task")["load.orders"]?["state"] == "ok")
        let rows = try shop.tables()["orders"] ?? []
        #expect(rows.count == shop.expected.tables["orders"]!.count + 1)
    }
}
