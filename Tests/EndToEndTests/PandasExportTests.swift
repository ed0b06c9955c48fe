import DuckDBEngine
import Engines
import Expressions
import Foundation
import TestSupport
import Testing

/// A shop's export and its suites, brought over as they are from pandas and Great Expectations.
@Suite struct PandasExportTests {
    private static let dated = ["--param", "date=\(day)"]
    private let export = PandasExport()

    @Test func `Ten lines load every table as it is, and say what each lacks`() async throws {
        let place = try bring(suites: "expectations", onFailure: "warn")
        try await place.esteira(["lint"] + Self.dated, ends: 0)
        let plan = try await place.esteira(["plan"] + Self.dated, ends: 0)
        #expect(plan.output.contains("Plan: 12 to run, 0 up to date\n"), "\(plan)")
        let run = try await place.esteira(["run"] + Self.dated, ends: 0)
        let printed = printedTable(run.output, from: "task")
        for (name, table) in export.tables {
            #expect(number(printed["ingest.\(name)"]?["rows out"]) == table.rows.count)
            #expect(number(printed["load.\(name)"]?["rows out"]) == table.rows.count, "\(run)")
            try expectOutcomes(of: name, "raw/\(name)", over: table.rows.map(table.cells), in: place)
        }
        #expect(
            run.report.contains("status is one of 'pending', 'completed' or 'cancelled': 420 of 420 rows (100 %)"),
            "\(run)")
        #expect(try loaded(from: place).keys.sorted() == ["orders", "payments", "products", "users"])
    }

    @Test func `Suites that block load none that is dirty`() async throws {
        let place = try bring(suites: "expectations")
        let run = try await place.esteira(["run"] + Self.dated, ends: 1)
        let printed = printedTable(run.output, from: "task")
        for name in export.tables.map(\.0) {
            #expect(printed["check.raw.\(name)"]?["state"] == "failed", "\(run)")
            #expect(printed["load.\(name)"]?["state"] == "skipped", "\(run)")
        }
        #expect(
            run.output.contains("status is one of 'pending', 'completed' or 'cancelled': 420 of 420 rows (100 %)"),
            "\(run)")
    }

    @Test func `What is cleaned is loaded, and a suite of other words stops its own table alone`() async throws {
        let place = try bring(suites: "gx/expectations", cleaned: true)
        let run = try await place.esteira(["run"] + Self.dated, ends: 1)
        for (name, rows) in try cleaned() {
            try expectOutcomes(of: name, name, over: rows, in: place)
            let state = printedTable(run.output, from: "task")["load.\(name)"]?["state"]
            #expect(state == (name == "orders" ? "skipped" : "ok"), "\(run)")
        }
        #expect(try loaded(from: place).keys.sorted() == ["payments", "products", "users"])
        let shown = try await place.esteira(["show", "orders"] + Self.dated, ends: 2)
        #expect(shown.report.contains("did not pass its check"), "\(shown)")
        let unmet = try await place.esteira(["validate"] + Self.dated, ends: 1)
        #expect(unmet.report == "processed.orders   not published: it was not made yet, or did not pass its check\n")
        #expect(unmet.output.contains("processed.payments   5 of 5 expectations met"), "\(unmet)")

        let suite = "gx/expectations/orders_suite.json"
        for (theirs, ours) in zip(ShopExpectation.statuses, ["aprovado", "pendente", "cancelado"]) {
            try place.edit(suite, theirs, ours)
        }
        // A total of 1e-05 is more than nothing and less than a cent.
        try place.edit("pipelines/shop.yaml", "total_price > 0", "total_price >= 0.01")
        try await place.esteira(["run"] + Self.dated, ends: 0)
        try await place.esteira(["validate"] + Self.dated, ends: 0)
        let tables = try loaded(from: place)
        for (name, rows) in try cleaned(leastTotal: 0.01) {
            #expect(tables[name] == texts(of: rows, in: name), "table \(name)")
        }
    }

    // MARK: The project

    private func bring(suites: String, onFailure: String? = nil, cleaned: Bool = false) throws -> Place {
        let place = try Place()
        for (name, table) in export.tables {
            try place.folder.write(table.csv, to: "include/\(day)/\(name).csv")
            try place.folder.write(ShopExpectation.file(of: name), to: "\(suites)/\(name)_suite.json")
        }
        try place.folder.write("project: shop\n", to: "esteira.yaml")
        let path = { (name: String) in suites == "expectations" ? "\(name)_suite" : "\(suites)/\(name)_suite.json" }
        let bindings = ["users", "products", "orders", "payments"].map { name in
            onFailure.map { "\(name): {suite: \(path(name)), on_failure: \($0)}" } ?? "\(name): \(path(name))"
        }
        let pipeline = """
            pipeline: shop
            params: {date: {type: date, default: today}}
            sources:
              users: {csv: "include/${params.date}/users.csv"}
              products: {csv: "include/${params.date}/products.csv"}
              orders: {csv: "include/${params.date}/orders.csv"}
              payments: {csv: "include/${params.date}/payments.csv"}
            expectations: {\(bindings.joined(separator: ", "))}
            sinks: {users: users, products: products, orders: orders, payments: payments}

            """
        try place.folder.write(pipeline + (cleaned ? Self.transforms : ""), to: "pipelines/shop.yaml")
        return place
    }

    private static let transforms = """
        transforms:
          users:
            from: raw.users
            steps:
              - distinct: true
              - filter: user_id is not null and email is not null
              - set: {name: trim(name), email: lower(trim(email))}
          products:
            from: raw.products
            steps:
              - distinct: true
              - set: {category: lower(trim(category))}
              - filter: price > 0 and stock >= 0
          orders:
            from: raw.orders
            steps:
              - distinct: true
              - filter: user_id is not null and quantity > 0 and total_price > 0 and order_date <= run.started_at
              - cast: {quantity: int}
          payments:
            from: raw.payments
            steps:
              - distinct: true
              - filter: amount > 0 and paid_at <= run.started_at

        """

    // MARK: What must come out

    /// The rows that the transforms leave, by table.
    private func cleaned(leastTotal: Double = 0) throws -> [String: [[String: String]]] {
        var tables: [String: [[String: String]]] = [:]
        for (name, table) in export.tables {
            tables[name] = Set(table.rows.map(table.cells)).compactMap { row in
                var row = row
                func amount(_ column: String) -> Double { row[column].flatMap(Double.init) ?? -1 }
                switch name {
                case "users":
                    guard let email = row["email"] else { return nil }
                    row["email"] = email.lowercased()
                    row["name"] = row["name"]?.trimmingCharacters(in: .whitespaces)
                case "products":
                    guard amount("price") > 0, amount("stock") >= 0 else { return nil }
                    row["category"] = row["category"]?.trimmingCharacters(in: .whitespaces).lowercased()
                case "orders":
                    let total = amount("total_price")
                    guard amount("quantity") > 0, total > 0, total >= leastTotal,
                        row["order_date"]?.hasPrefix("2025") == true
                    else { return nil }
                    row["quantity"] = "\(Int(amount("quantity")))"
                default:
                    guard amount("amount") > 0, row["paid_at"] != nil else { return nil }
                }
                return row
            }
        }
        return tables
    }

    /// The stored result has, for each expectation of the suite, the counts that the rows give.
    private func expectOutcomes(
        of table: String, _ folder: String, over rows: [[String: String]], in place: Place,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let parts = day.split(separator: "-")
        let path = "lake/validation/\(folder)/year=\(parts[0])/month=\(parts[1])/day=\(parts[2])/validation_result.json"
        let json = try JSONSerialization.jsonObject(with: place.bytes(path)) as? [String: Any]
        let results = try #require(json?["results"] as? [[String: Any]])
        let expectations = try #require(ShopExpectation.suites[table])
        let measured = results.map { ($0["result"] as? [String: Any])?["unexpected_count"] as? Int }
        let computed = expectations.map { $0.unexpected(in: rows) }
        #expect(measured == computed, "\(table)", sourceLocation: sourceLocation)
        #expect(results.map { $0["success"] as? Bool } == computed.map { $0 == 0 }, sourceLocation: sourceLocation)
        #expect(json?["success"] as? Bool == computed.allSatisfy { $0 == 0 }, sourceLocation: sourceLocation)
    }

    /// Rows sorted, their values in the columns' order, as the warehouse would print them.
    private func texts(of rows: [[String: String]], in table: String) -> [[String]] {
        rows.map { row in
            (export.tables[table]?.columns ?? []).map { column in
                guard let value = row[column] else { return "∅" }
                switch column {
                case "is_active": return value.lowercased()
                case "order_date" where value.count == 10: return "\(value) 00:00:00"
                default: return value
                }
            }
        }.sorted { $0.lexicographicallyPrecedes($1) }
    }

    private func loaded(from place: Place) throws -> [String: [[String]]] {
        let session = try openDuckDB().session()
        let file = place.folder.url.appending(path: "warehouse.duckdb").path
        try session.execute("ATTACH \(literal: file) AS warehouse (READ_ONLY)")
        let names = try session.rows(
            "SELECT table_name FROM duckdb_tables() WHERE database_name = 'warehouse' AND schema_name = 'main'")
        return try names.map(\.[0].text).reduce(into: [:]) { tables, name in
            let columns = (export.tables[name]?.columns ?? []).map { "CAST(\(Identifier($0)) AS VARCHAR)" as SQL }
            let rows = try session.rows(
                "SELECT \(columns.joined(separator: ", ")) FROM \(Identifier("warehouse", "main", name))")
            tables[name] = rows.map { $0.map { $0 == .null ? "∅" : $0.text } }
                .sorted { $0.lexicographicallyPrecedes($1) }
        }
    }
}
