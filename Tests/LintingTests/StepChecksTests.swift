import Linting
import Reporting
import Testing

/// Checks that look at typed steps and queries: what they pass over, since it is fine.
struct StepChecksTests {
    /// Codes of families 3 and 4 found in the steps of a transform over `raw.orders`.
    private func codes(_ steps: String, more: String = "") throws -> [String] {
        let lines = steps.split(separator: "\n").map { "      \($0)" }.joined(separator: "\n")
        let text = """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              products: {csv: include/products.csv, schema: products}
            transforms:
              made:
                from: raw.orders
                steps:
            \(lines)
            \(more)
            """
        let found = try ExampleProject(RuleExample(stringLiteral: text)).findings().sorted
        return found.filter { $0.span.file == "pipelines/example.yaml" }.map(\.rule.code).filter {
            $0.hasPrefix("EST3") || $0.hasPrefix("EST4")
        }
    }

    @Test func `a join by a key that is declared, made or numbered repeats no rows`() throws {
        #expect(try codes("- join: {with: products, on: product_id, columns: [category]}") == [])
        #expect(
            try codes(
                "- join: {with: products, condition: orders.product_id = products.product_id, columns: [category]}"
            ) == []
        )
        #expect(
            try codes(
                "- join: {with: totals, on: status}",
                more: "  totals: {from: raw.orders, steps: [{aggregate: {by: status, set: {pieces: sum(quantity)}}}]}"
            ) == []
        )
        #expect(
            try codes(
                "- join: {with: totals, on: status}",
                more:
                    "  totals: {from: raw.orders, steps: [{rename: {other_id: order_id}}, {select: [other_id, status]}]}"
            ) == ["EST4012"]
        )
        #expect(
            try codes(
                "- join: {with: totals, kind: semi, on: status}",
                more: "  totals: {from: raw.orders, steps: [{select: [order_id, status]}]}"
            ) == []
        )
    }

    @Test func `a limit is fine after a sort that tells all rows apart`() throws {
        #expect(try codes("- sort: [-quantity, order_id]\n- limit: 3") == [])
        #expect(try codes("- sort: order_id\n- filter: quantity > 0\n- limit: 3") == [])
        #expect(try codes("- sort: [-quantity]\n- limit: 3") == ["EST4010"])
        #expect(try codes("- sort: [order_id]\n- rename: {id: order_id}\n- limit: 3") == [])
        #expect(try codes("- window: {partition: status, order: order_id, set: {place: row_number()}}") == [])
        #expect(try codes("- window: {partition: status, set: {place: row_number()}}") == ["EST4010"])
    }

    @Test func `a query may order, count all and multiply`() throws {
        func query(_ text: String) throws -> [String] {
            try codes("- sql: {query: \"\(text)\", columns: {n: bigint}}")
        }
        #expect(try query("select count(*) as n from input") == [])
        #expect(try query("select quantity * 2 as n from input order by order_id limit 3") == [])
        #expect(try query("select row_number() over (partition by status order by order_id) as n from input") == [])
        #expect(try query("select row_number() over (partition by status) as n from input") == ["EST4010"])
        #expect(try query("select n from (select quantity as n from input limit 3) order by n") == ["EST4010"])
        #expect(try query("select len(list(quantity order by order_id)) as n from input -- now()") == [])
        #expect(try query("select quantity as n from input where status = 'now()'") == [])
    }

    @Test func `a column is used where a later step reads it`() throws {
        #expect(try codes("- set: {big: quantity > 5}\n- filter: big\n- select: order_id") == [])
        #expect(
            try codes("- set: {doubled: quantity * 2}\n- aggregate: {by: status, set: {pieces: sum(doubled)}}") == []
        )
        #expect(
            try codes("- set: {doubled: quantity * 2}\n- aggregate: {by: status, set: {pieces: sum(quantity)}}") == [
                "EST4022"
            ]
        )
        #expect(try codes("- sort: quantity\n- aggregate: {by: status, set: {pieces: sum(quantity)}}") == ["EST4022"])
    }

    @Test func `casts that cannot stop are not named`() throws {
        #expect(try codes("- set: {pieces: try_cast(status as int)}") == [])
        #expect(try codes("- set: {day: cast('2026-01-31' as date)}") == [])
        #expect(try codes("- cast: {status: string, quantity: bigint}") == [])
        #expect(try codes("- cast: {columns: {product_id: int}, on_error: \"null\"}") == [])
        #expect(try codes("- cast: {product_id: int}") == ["EST4008"])
    }
}
