import Engines
import Foundation
import TestSupport
import Testing
import Warehouse

/// What to run, and how a command says that it could not.
@Suite struct OptionsTests {
    @Test func `Selectors choose tasks and nothing else runs`() async throws {
        let shop = try await Shop()
        #expect(try await tasks(shop, "--select", "group:ingest").count == 4)
        let first = try await shop.etl("--select", "transform.users", "--select", "transform.daily_revenue", ends: 1)
        #expect(
            first.output.contains(
                """
                failed transform.daily_revenue: there is no \
                'processed/orders/year=2026/month=01/day=31/orders.parquet' in the lake yet (EST6022)
                  help: a '+' before the selector runs what a task needs too: '--select +TASK'

                """
            ),
            "\(first)"
        )
        try await shop.etl()
        let behind = try await tasks(shop, "--select", "transform.orders+")
        #expect(
            Set(behind.keys) == [
                "transform.orders", "check.orders", "load.orders", "transform.daily_revenue", "load.daily_revenue",
            ]
        )
        let needed = try await tasks(shop, "--select", "+load.users")
        #expect(
            needed.mapValues { $0["state"] } == [
                "ingest.users": "up to date", "transform.users": "up to date", "check.users": "up to date",
                "load.users": "up to date",
            ]
        )
        let without = try await tasks(shop, "--exclude", "orders", "--exclude", "group:load")
        #expect(without.keys.contains("check.payments") && !without.keys.contains("load.users"))
        #expect(!without.keys.contains { $0.hasSuffix(".orders") })
    }

    @Test func `Forced tasks run although they are up to date`() async throws {
        let shop = try await Shop()
        try await shop.etl()
        let loads = try shop.loads().count
        let users = try await tasks(shop, "--select", "+load.users")
        #expect(Set(users.values.map { $0["state"] }) == ["up to date"])
        let forced = try await tasks(shop, "--select", "+check.users", "--force")
        #expect(Set(forced.values.map { $0["state"] }) == ["ok"])
        #expect(try shop.loads().count == loads)
        expectTables(try shop.tables(), shop.expected)
    }

    @Test func `A parameter chooses the day, and other days stay as they are`() async throws {
        let shop = try await Shop()
        try await shop.etl()
        let old = try shop.place.bytes("lake/processed/users/year=2026/month=01/day=31/users.parquet")
        let more = ["--profile", "embedded", "--param", "date=2026-02-01", "--param", "users=50"]
        let rest = ["--param", "orders=100", "--param", "products=20"]
        try await shop.place.esteira(["run", "ecommerce_generator"] + more + rest, ends: 0)
        try await shop.place.esteira(
            ["run", "ecommerce_etl", "--profile", "embedded", "-p", "date=2026-02-01"],
            ends: 0
        )
        #expect(try shop.place.bytes("lake/processed/users/year=2026/month=01/day=31/users.parquet") == old)
        let records = try csvRecords(shop.place.folder.url.appending(path: "include/2026-02-01/users.csv"))
        #expect((50...54).contains(records.count - 1))
    }

    @Test(arguments: [
        (
            ["run", "ecommerce_etl", "--param", "dat=2026-01-31"],
            "error: pipeline 'ecommerce_etl' has no parameter 'dat'; did you mean 'date'?\n"
        ),
        (
            ["plan", "ecommerce_etl", "--param", "colour=blue"],
            "error: pipeline 'ecommerce_etl' has no parameter 'colour'; it has date\n"
        ),
        (["lint", "-p", "dat=2026-01-31"], "error: no pipeline has a parameter 'dat'; did you mean 'date'?\n"),
        (
            ["show", "raw.orders", "--param", "dat=2026-01-31"],
            "error: no pipeline has a parameter 'dat'; did you mean 'date'?\n"
        ),
        (["run", "ecommerce_elt"], "error: no pipeline named 'ecommerce_elt'; did you mean 'ecommerce_etl'?\n"),
        (["run"], "error: say which pipeline: ecommerce_etl, ecommerce_generator\n"),
        (
            ["run", "ecommerce_etl", "--select", "load.order"],
            "error: no task matches 'load.order'; did you mean 'load.orders'?\n"
        ),
        (
            ["run", "ecommerce_etl", "--resume", "last"],
            "error: 'ecommerce_etl' has not run with profile 'embedded' yet; leave out '--resume'\n"
        ),
        (["explain", "unknown-kye"], "error: no rule 'unknown-kye'; did you mean 'unknown-key'?\n"),
    ])
    func `A command that cannot start says why and ends with 2`(arguments: [String], message: String) async throws {
        let place = try Place.shop()
        let takesProfile = arguments[0] != "explain"
        let run = try await place.esteira(arguments + (takesProfile ? ["--profile", "embedded"] : []))
        #expect(run.code == 2, "\(run)")
        #expect(run.report == message)
        #expect(try place.folder.files().filter { $0.hasPrefix("lake") } == [])
    }

    @Test func `Only a pipeline that loads needs the variables of its database`() async throws {
        let place = try Place.shop()
        try place.edit("esteira.yaml", "env.DATABASE_URL", "env.SHOP_DATABASE")
        let generated = try await place.esteira(["run", "ecommerce_generator"] + small, ends: 0)
        #expect(!generated.output.contains("SHOP_DATABASE"), "\(generated)")
        let refused = try await place.esteira(["run", "ecommerce_etl", "--param", "date=\(day)"], ends: 2)
        #expect(refused.report.contains("error[EST8003] environment variable 'SHOP_DATABASE' is not set"), "\(refused)")
        #expect(refused.report.components(separatedBy: "is not set").count == 2, "\(refused)")
    }

    @Test func `A project with errors is not run`() async throws {
        let place = try Place.shop()
        try place.edit("pipelines/ecommerce_etl.yaml", "from: raw.users", "from: raw.user")
        let run = try await place.esteira(["run", "ecommerce_etl", "--profile", "embedded"], ends: 2)
        #expect(run.report.contains("did you mean 'raw.users'?"), "\(run)")
        try await place.esteira(["lint"], ends: 1)
        #expect(!FileManager.default.fileExists(atPath: place.folder.url.appending(path: "lake").path))
    }

    @Test func `A wrong option or value ends with 2`() async throws {
        let place = try Place.shop()
        for arguments in [["run", "--nonsense"], ["frobnicate"], ["run", "ecommerce_etl", "--param", "date"]] {
            try await place.esteira(arguments, ends: 2)
        }
        let value = ["run", "ecommerce_etl", "--profile", "embedded", "--param", "date=yesteryear"]
        let run = try await place.esteira(value, ends: 2)
        #expect(run.report.contains("parameter 'date' is 'yesteryear', which is not a date"), "\(run)")
        let folder = try TemporaryFolder()
        let outside = try await start(Program.url(), ["lint"], in: folder.url, environment: [:])
        #expect(outside.code == 2 && outside.report.contains("there is no 'esteira.yaml'"), "\(outside)")
    }

    @Test(needsPostgres)
    func `A second run of the same pipeline is refused while the first is under way`() async throws {
        let database = try PrivateDatabase()
        let shop = try await Shop(database)
        try await shop.etl()
        try shop.touch("orders")
        let reader = try database.connect()
        try reader.execute("BEGIN")
        // The first run waits for this reader until the second one has been refused.
        try reader.execute("LOCK TABLE dwh.orders IN ACCESS SHARE MODE")
        let started = AsyncStream<Void>.makeStream()
        let watch = Watch { line, _ in if line.contains("load.orders started") { started.continuation.finish() } }
        async let first = shop.etl(watch: watch)
        for await _ in started.stream {}
        let second = try await shop.etl(ends: 4)
        #expect(second.report.contains("of 'ecommerce_etl' into 'local' is under way since"), "\(second)")
        #expect(second.report.contains("help: wait for it, or stop that process"))
        try reader.execute("ROLLBACK")
        _ = try await first
        expectTables(try shop.tables(), shop.expected)
    }

    /// The tasks of the printed table.
    private func tasks(_ shop: Shop, _ more: String...) async throws -> [String: [String: String]] {
        let arguments = ["run", "ecommerce_etl", "--profile", "embedded", "--param", "date=\(day)"] + more
        let run = try await shop.place.esteira(arguments, ends: 0)
        return printedTable(run.output, from: "task").filter { $0.key != "total" }
    }
}
