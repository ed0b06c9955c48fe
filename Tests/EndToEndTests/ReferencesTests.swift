import DuckDBEngine
import Engines
import Expressions
import Foundation
import TestSupport
import Testing

/// Orders whose users must be there.
@Suite struct ReferencesTests {
    private let run = ["run", "sales"]

    /// - Parameter onFailure: what an order of an unknown user does.
    private func place(onFailure: String) throws -> Place {
        let place = try Place()
        let files = [
            "esteira.yaml": "project: sales\n",
            "pipelines/sales.yaml": """
            pipeline: sales
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              users: {csv: include/users.csv, schema: users}
            transforms:
              orders: {from: raw.orders, steps: [{filter: amount > 0}]}
              users: {from: raw.users, steps: [{distinct: true}]}
            expectations:
              processed.orders: {suite: orders, on_failure: \(onFailure)}
            sinks:
              orders: {from: processed.orders, table: orders, key: order_id}

            """,
            "schemas/orders.yaml": "schema: orders\ncolumns: {order_id: int, user_id: int, amount: int}\n",
            "schemas/users.yaml": "schema: users\ncolumns: {user_id: int, name: string}\n",
            "expectations/orders.yaml": """
            suite: orders
            expectations:
              - not_null: order_id
              - references: {column: user_id, to: processed.users.user_id}

            """,
            "include/orders.csv": "order_id,user_id,amount\n1,10,5\n2,20,5\n3,,5\n4,99,5\n",
            "include/users.csv": "user_id,name\n10,a\n20,b\n",
        ]
        for (path, text) in files { try place.folder.write(text, to: path) }
        return place
    }

    private func orders(in place: Place) throws -> [String] {
        let session = try openDuckDB().session()
        try session.execute("ATTACH \(literal: "\(place.folder.url.path)/warehouse.duckdb") AS w (READ_ONLY)")
        return try session.rows("SELECT order_id FROM w.orders ORDER BY 1").map { $0[0].text }
    }

    @Test func `An order of an unknown user keeps all back until the user is there`() async throws {
        let place = try place(onFailure: "block")
        let stopped = try await place.esteira(run, ends: 1)
        #expect(
            stopped.output.contains(
                """
                failed check.orders: expectation not met: user_id is in processed.users.user_id: 1 of 3 rows (33.33 %), \
                such as 99 (EST5020)
                  help: expectations/orders.yaml:4:17 says so; the whole result is in lake/validation/orders/validation_result.json
                """), "\(stopped)")
        let result = try place.folder.read("lake/validation/orders/validation_result.json")
        #expect(result.contains(#""type": "expect_column_values_to_be_in_other_dataset""#))
        let unpublished = try await place.esteira(["validate", "sales"], ends: 1)
        #expect(unpublished.report.contains("processed.orders   not published"), "\(unpublished)")

        try place.edit("include/users.csv", "20,b\n", "20,b\n99,c\n")
        try await place.esteira(run, ends: 0)
        #expect(try orders(in: place) == ["1", "2", "3", "4"])
        let valid = try await place.esteira(["validate", "sales"], ends: 0)
        #expect(valid.output == "processed.orders   2 of 2 expectations met (expectations/orders.yaml)\n", "\(valid)")
        try FileManager.default.removeItem(at: place.folder.url.appending(path: "lake/processed/users"))
        let unreadable = try await place.esteira(["validate", "sales"], ends: 1)
        #expect(
            unreadable.report.contains(
                "processed.orders   not checked: 'processed.users', which its suite reads, is not published"),
            "\(unreadable)")
    }

    @Test func `An order of an unknown user is set aside, and comes back with the user`() async throws {
        let place = try place(onFailure: "quarantine")
        let first = try await place.esteira(run, ends: 0)
        let check = printedTable(first.output, from: "task")["check.orders"]
        #expect(check?["rows in"] == "4" && check?["rows out"] == "3" && check?["rejected"] == "1", "\(first)")
        #expect(try orders(in: place) == ["1", "2", "3"])
        let aside = "\(place.folder.url.path)/lake/quarantine/processed/orders/orders.parquet"
        #expect(
            try openDuckDB().session().rows("SELECT order_id, esteira_reason FROM read_parquet(\(literal: aside))")
                == [[.integer(4), .string("user_id is in processed.users.user_id")]])

        try place.edit("include/users.csv", "20,b\n", "20,b\n99,c\n")
        try await place.esteira(run, ends: 0)
        #expect(try orders(in: place) == ["1", "2", "3", "4"])
        let again = try await place.esteira(run, ends: 0)
        let states = printedTable(again.output, from: "task").filter { $0.key != "total" }.mapValues { $0["state"] }
        #expect(Set(states.values) == ["up to date"], "\(again)")
    }

    @Test func `A simulation draws values from where they must be`() async throws {
        let place = try place(onFailure: "block")
        let plan = try await place.esteira(["plan", "sales", "--simulate=200"], ends: 0)
        #expect(plan.output.contains("2 of 2 expectations met"), "\(plan)")
    }
}
