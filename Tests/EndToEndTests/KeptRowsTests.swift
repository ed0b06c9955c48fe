import DuckDBEngine
import Engines
import Expressions
import Foundation
import TestSupport
import Testing
import Warehouse

/// Tables that keep what earlier days brought: by partition, and as versions of rows.
@Suite struct KeptRowsTests {
    @Test(needsPostgres, arguments: [true, false])
    func `A partition is replaced by its own day, and other days stay`(isEmbedded: Bool) async throws {
        let shop = try await Shop(isEmbedded ? nil : PrivateDatabase())
        let place = shop.place
        let pipeline = "pipelines/ecommerce_etl.yaml"
        try place.edit(pipeline, "order_day: day(order_date)", "order_day: day(order_date)\n          day: params.date")
        try place.edit(
            pipeline, "table: dwh.orders, key: order_id}",
            "table: dwh.orders, key: order_id, mode: partition, partition: day}")
        let next = "2026-02-01"
        let generate =
            ["run", "ecommerce_generator", "--profile", shop.profile] + small.map { $0.replacing(day, with: next) }
        try await place.esteira(generate, ends: 0)
        let other = try ExpectedShop(files: place.folder.url.appending(path: "include/\(next)"))

        try await shop.etl()
        let load = ["run", "ecommerce_etl", "--profile", shop.profile, "--param", "date=\(next)"]
        try await place.esteira(load, ends: 0)
        let orders: SQL = "SELECT day, order_id FROM dwh.orders ORDER BY 1, 2"
        let both = ids(shop.expected, of: day) + ids(other, of: next)
        #expect(try rows(place, orders) == both)

        let plan = try await place.esteira(
            ["plan", "ecommerce_etl", "--profile", shop.profile, "--param", "date=\(day)", "--only", "destructive"],
            ends: 0)
        #expect(plan.output.contains("dwh.orders"))
        #expect(plan.output.contains("partitions that come replaced, by day"), "\(plan)")

        // Again, and again with an order less.
        try shop.touch("orders")
        try await shop.etl()
        #expect(try rows(place, orders) == both)
        let file = "include/\(day)/orders.csv"
        let gone = try #require(ids(shop.expected, of: day).first?.split(separator: " ").last)
        let kept = try place.folder.read(file).split(separator: "\n").filter { !$0.hasPrefix(gone) }
        try place.folder.write(kept.joined(separator: "\n") + "\n", to: file)
        try await shop.etl()
        #expect(try rows(place, orders) == Array(both.dropFirst()))
        #expect(try shop.loads().count { $0[0]?.contains("\"orders\"") == true } == 4)
    }

    @Test(needsPostgres, arguments: [true, false])
    func `A history has each version once, killed or loaded twice`(isEmbedded: Bool) async throws {
        let place = try customers(isEmbedded ? nil : PrivateDatabase())
        let versions: SQL = "SELECT id, city, email, valid_from, valid_to FROM dwh.customers ORDER BY id, valid_from"
        let held = [
            1: ["1 Recife a 01 -", "2 Natal b 01 -"],
            2: ["1 Recife a 01 02", "1 Olinda a 02 -", "2 Natal changed 01 -", "3 Belém c 02 -"],
            3: ["1 Recife a 01 02", "1 Olinda a 02 -", "2 Natal changed 01 03", "3 Belém c 02 -"],
        ]
        for day in 1...3 {
            let run = ["run", "crm", "--profile", isEmbedded ? "file" : "server", "--param", "date=2026-01-0\(day)"]
            try await place.esteira(run, ends: -SIGKILL, watch: .signal(SIGKILL, at: "load.customers started"))
            try await place.esteira(run + ["--resume", "last"], ends: 0)
            #expect(try rows(place, versions).map(short) == held[day], "day \(day)")
            try await place.esteira(run + ["--force"], ends: 0)
            // Other bytes, the same rows.
            try place.edit("data/2026-01-0\(day)/customers.csv", "id,city,email\n", "\"id\",\"city\",\"email\"\n")
            try await place.esteira(run, ends: 0)
            #expect(try rows(place, versions).map(short) == held[day], "day \(day) again")
        }
        let first = ["run", "crm", "--profile", isEmbedded ? "file" : "server", "--param", "date=2026-01-01"]
        try place.edit("data/2026-01-01/customers.csv", "Recife", "Caruaru")
        let refused = try await place.esteira(first, ends: 1)
        #expect(
            refused.output.contains("goes to 2026-01-03 00:00:00+00 already, and these rows hold from 2026-01-01"),
            "\(refused)")
        #expect(refused.output.contains("EST6025"))
        #expect(try rows(place, versions).map(short) == held[3])
    }

    @Test(needsPostgres)
    func `A run killed inside a transaction takes nothing away and loads once`() async throws {
        let database = try PrivateDatabase()
        let place = try customers(database)
        try place.edit(
            "pipelines/crm.yaml", "deletes: close}",
            "deletes: close}\n  cities: {from: customers, table: dwh.cities, mode: partition, partition: city}")
        let run = ["run", "crm", "--profile", "server", "--param"]
        try await place.esteira(run + ["date=2026-01-01"], ends: 0)
        let tables: [(name: String, query: SQL)] = [
            ("customers", "SELECT id, city, valid_from, valid_to FROM dwh.customers ORDER BY id, valid_from"),
            ("cities", "SELECT id, city FROM dwh.cities ORDER BY id, city"),
        ]
        let old = try tables.map { try rows(place, $0.query) }
        let reader = try database.connect()
        try reader.execute("BEGIN")
        for (name, _) in tables { try reader.execute("LOCK TABLE \(Identifier("dwh", name)) IN SHARE MODE") }
        let killed = Watch { line, pid in
            guard line.contains("load.cities started") || line.contains("load.customers started") else { return }
            DispatchQueue.global().async {
                database.waitForBlockedStatement()
                kill(pid, SIGKILL)
            }
        }
        try await place.esteira(run + ["date=2026-01-02"], ends: -SIGKILL, watch: killed)
        try reader.execute("ROLLBACK")
        #expect(try tables.map { try rows(place, $0.query) } == old)
        try await place.esteira(run + ["date=2026-01-02", "--resume", "last"], ends: 0)
        #expect(try rows(place, tables[1].query) == ["1 Olinda", "1 Recife", "2 Natal", "3 Belém"])
        #expect(
            try rows(place, tables[0].query).map(short) == [
                "1 Recife 01 02", "1 Olinda 02 -", "2 Natal 01 -", "3 Belém 02 -",
            ])
        #expect(try database.loads().count == 4)
    }

    /// A source of customers, a whole file for each of three days.
    private func customers(_ database: PrivateDatabase?) throws -> Place {
        let place = try Place(database: database)
        try place.folder.write(
            """
            project: crm
            default_profile: file
            profiles:
              file: {lake: lake, connections: {warehouse: {duckdb: warehouse.duckdb}}}
              server: {lake: lake, connections: {warehouse: {postgres: "${env.DATABASE_URL}"}}}

            """, to: "esteira.yaml")
        try place.folder.write(
            """
            pipeline: crm
            params: {date: {type: date}}
            sources:
              customers: {csv: "data/${params.date}/customers.csv", schema: customers}
            sinks:
              customers: {from: customers, table: dwh.customers, mode: scd2, track: city, deletes: close}

            """, to: "pipelines/crm.yaml")
        try place.folder.write(
            "schema: customers\ncolumns: {id: {type: int, nullable: false}, city: string, email: string}\nprimary_key: id\n",
            to: "schemas/customers.yaml")
        let days = ["1,Recife,a\n2,Natal,b\n", "1,Olinda,a\n2,Natal,changed\n3,Belém,c\n", "1,Olinda,a\n3,Belém,c\n"]
        for (index, rows) in days.enumerated() {
            try place.folder.write("id,city,email\n" + rows, to: "data/2026-01-0\(index + 1)/customers.csv")
        }
        return place
    }

    private func ids(_ shop: ExpectedShop, of day: String) -> [String] {
        shop.tables["orders", default: []].compactMap { $0[0] }.sorted().map { "\(day) \($0)" }
    }

    /// Days of the month alone.
    private func short(_ row: String) -> String {
        row.replacing("2026-01-", with: "").replacing(#/ 00:00:00\+00(:00)?/#, with: "")
    }

    /// The cells of each row, null as a dash.
    private func rows(_ place: Place, _ query: SQL) throws -> [String] {
        let cells: [[String?]]
        if let database = place.database {
            cells = try database.connect().rows(query)
        } else {
            let session = try openDuckDB().session()
            try session.execute("SET TimeZone = 'UTC'")
            try session.execute(
                "ATTACH \(literal: place.folder.url.appending(path: "warehouse.duckdb").path) AS w (READ_ONLY)")
            try session.execute("USE w")
            cells = try session.rows("SELECT COLUMNS(*)::VARCHAR FROM (\(query))").map {
                $0.map { $0 == .null ? nil : $0.text }
            }
        }
        return cells.map { row in row.map { $0 ?? "-" }.joined(separator: " ") }
    }
}
