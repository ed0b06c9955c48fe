import Foundation
import TestSupport
import Testing

/// Queries of `sql` steps, from lint to the table, with the engine that binds and runs them.
@Suite struct QueryStepTests {
    /// The starter project, whose transform is one query.
    private func project(query: String, more: String = "") async throws -> Place {
        let place = try Place()
        try await place.esteira(["init"], ends: 0)
        let steps = """
                  - filter: amount > 0
                  - aggregate:
                      by: city
                      set: {sales: count(), amount: sum(amount)}
            """
        let lines = query.split(separator: "\n", omittingEmptySubsequences: false)
        let step = "      - sql:\n          query: |\n\(lines.map { "            \($0)\n" }.joined())\(more)"
        try place.edit("pipelines/sales.yaml", steps, step)
        return place
    }

    @Test(arguments: [
        """
        with big as (select * from input where amount > 0)
        select city, count(*) as sales, sum(amount) as amount from big group by city
        """,
        """
        -- What is sold,

        /* by city. */
        WITH RECURSIVE step(n) AS (select 1 union all select n + 1 from step where n < 3),
          input as (select * from input where amount > 0)
        select city, count(*) as sales, sum(amount) as amount from input
        where (select max(n) from step) = 3 group by city  -- no more
        """,
        """
        with sales as (select * from sales where amount > 0)
        select city, count(*) as sales, sum(amount) as amount from sales join input using (city, sale_id, amount)
        group by city
        """,
    ])
    func `a query that names parts of itself is linted, planned, simulated and run`(_ query: String) async throws {
        let place = try await project(query: query, more: "          inputs: {sales: sales}\n")
        try await place.esteira(["lint"], ends: 0)
        try await place.esteira(["plan"], ends: 0)
        try await place.esteira(["plan", "--simulate=20"], ends: 0)
        try await place.esteira(["run"], ends: 0)
        let shown = try await place.esteira(["show", "sales_by_city"], ends: 0)
        #expect(shown.output.contains("Recife") && shown.output.contains("200.50"), "\(shown)")
    }

    @Test func `what the engine refuses is pointed at in the file`() async throws {
        let place = try await project(
            query: """
                with big as (select city, amount from input)
                select city, city + amount as amount
                from big
                """)
        let told = try await place.esteira(["lint"], ends: 1)
        #expect(
            told.output.hasPrefix(
                "pipelines/sales.yaml:18:31: error[EST4024]: the engine refuses this query: No function matches"),
            "\(told)")
    }

    @Test func `a query that names a file opens nothing before it runs`() async throws {
        for path in ["/etc/passwd", "http://127.0.0.1:1/sales.csv", "data/sales.csv"] {
            let place = try await project(query: "select * from read_csv('\(path)')")
            let told = try await place.esteira(["lint"], ends: 1)
            #expect(
                told.output.contains(
                    "error[EST4002]: the query reads '\(path)', which is no dataset (declare it under 'sources:'"),
                "\(told)")
            #expect(told.output.contains("warning[EST4019]") && !told.output.contains("root"), "\(told)")
            try await place.esteira(["plan"], ends: 2)
            try await place.esteira(["plan", "--offline"], ends: 2)
        }
    }

    @Test func `a plan without any contact knows the columns of queries`() async throws {
        let place = try await project(
            query: "select city, count(*) as sales, sum(amount) as amount from input group by city")
        let plan = try await place.esteira(["plan", "--offline", "--format", "json"], ends: 0)
        #expect(plan.output.contains("load.sales_by_city") && !plan.output.contains("EST9011"), "\(plan)")
    }
}
