import Engines
import Foundation
import TestSupport
import Testing
import Warehouse

/// What `plan --probe` finds in a real database, before a load would.
@Suite(needsPostgres) struct ProbeTests {
    @Test func `A role without rights is told each one that it lacks`() async throws {
        let database = try PrivateDatabase()
        try database.connect().execute("CREATE SCHEMA dwh")
        try database.connect().execute("CREATE TABLE dwh.products (\(products))")
        let role = try ReadOnlyRole(in: database)
        let found = try await probed(database, as: role.url)
        let lacking = [
            "CREATE on schema dwh, which 'load.users'", "CREATE on the database, which 'load.users'",
            "INSERT on dwh.products, which 'load.products'", "TRUNCATE on dwh.products, which 'load.products'",
            "ownership of dwh.products, which 'load.products'",
        ]
        #expect(
            found["EST6017"] == lacking.map { "role '\(role.name)' of connection 'warehouse' lacks \($0) needs" },
            "\(found)"
        )
        #expect(found["EST8010"] == nil)
    }

    @Test func `A superuser, another type and dependents of a replaced table are found`() async throws {
        let database = try PrivateDatabase()
        let connection = try database.connect()
        for statement: SQL in [
            "CREATE SCHEMA dwh", "CREATE TABLE dwh.users (user_id integer PRIMARY KEY)",
            "CREATE TABLE dwh.products (\(products), PRIMARY KEY (product_id))",
            "CREATE TABLE public.reviews (id int, product_id uuid REFERENCES dwh.products ON DELETE CASCADE)",
            "CREATE VIEW public.cheap AS SELECT * FROM dwh.products WHERE price < 10",
            "CREATE MATERIALIZED VIEW public.dear AS SELECT * FROM dwh.products WHERE price > 10",
        ] { try connection.execute(statement) }
        let found = try await probed(database, as: database.url)
        #expect(found["EST8010"]?.count == 1)
        #expect(found["EST6018"]?.count == 1)
        #expect(
            found["EST6018"]?.first?.hasPrefix("'dwh.users' cannot take the rows: column 'user_id'") == true,
            "\(found)"
        )
        #expect(
            found["EST6015"] == [
                "replacing 'dwh.products' concerns view 'public.dear': kept as it is, shows the old rows until it is refreshed"
            ]
        )
        let run = try await plan(database.url, ["--all"])
        #expect(run.output.contains("view public.cheap: kept, shows the new rows from the commit on"), "\(run)")
        #expect(
            run.output.contains(
                "foreign key reviews_product_id_fkey of public.reviews: rows that refer to these are deleted too"
            )
        )
    }

    @Test func `A large table without an index on the merge key is found`() async throws {
        let database = try PrivateDatabase()
        let connection = try database.connect()
        try connection.execute("CREATE SCHEMA dwh")
        try connection.execute("CREATE TABLE dwh.products (\(products))")
        try connection.execute(
            "INSERT INTO dwh.products SELECT gen_random_uuid(), 'p', 'c', 1, 1 FROM generate_series(1, 10000)"
        )
        let place = try Place.shop()
        try place.edit(
            "pipelines/ecommerce_etl.yaml",
            "table: dwh.products, key: product_id}",
            "table: dwh.products, key: product_id, mode: merge}"
        )
        let found = try await probed(database, as: database.url, place)
        #expect(found["EST6016"] == ["'dwh.products' has 10000 rows and no unique index on product_id"], "\(found)")
    }

    @Test func `A server that does not answer is a finding, and the plan is printed`() async throws {
        let run = try await plan("postgresql://nobody@127.0.0.1:1/nowhere", [])
        #expect(run.code == 0, "\(run)")
        #expect(run.output.contains("EST6023"), "\(run)")
        #expect(run.output.contains("Plan: "))
    }

    private let products: SQL =
        "product_id uuid NOT NULL, name text, category text, price numeric(12,2), stock integer"

    private func plan(_ url: String, _ arguments: [String], _ place: Place? = nil) async throws -> Finished {
        try await (place ?? Place.shop()).esteira(
            ["plan", "ecommerce_etl", "--param", "date=\(day)", "--probe", "--width", "unbounded"] + arguments,
            environment: ["DATABASE_URL": url]
        )
    }

    /// Messages of the online rules, by code.
    private func probed(_ database: PrivateDatabase, as url: String, _ place: Place? = nil) async throws -> [String:
        [String]]
    {
        let run = try await plan(url, ["--format", "json"], place)
        #expect(run.code == 0, "\(run)")
        let found = try JSONDecoder().decode(Document.self, from: Data(run.output.utf8)).diagnostics
        return Dictionary(grouping: found, by: \.code).mapValues { $0.map(\.message).sorted() }
    }

    private struct Document: Decodable {
        var diagnostics: [Finding]

        struct Finding: Decodable {
            var code: String
            var message: String
        }
    }
}
