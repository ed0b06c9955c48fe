import Engines
import Testing

@testable import Quality

struct SuitePlanTests {
    private func statements(_ lines: String) -> [String] {
        expectations(lines).plan(for: orders).statements(from: "orders").map(\.text)
    }

    @Test func `every row of a table is read once for all its expectations`() {
        #expect(
            statements(
                """
                  - not_null: [user_id, order_date]
                  - between: {column: quantity, min: 1, max: 5}
                  - between: {column: quantity, min: 0, strict_min: true, mostly: 99%}
                  - in_set: {column: status, values: [aprovado, pendente, cancelado]}
                  - matches: {column: email, pattern: '^[^@]+@[^@]+$'}
                  - row_count: {min: 1}
                  - mean: {column: weight, at_most: 2.5}
                """
            ) == [
                """
                SELECT
                    count(*) AS m0,
                    count(*) FILTER (WHERE "user_id" IS NULL) AS m1,
                    count(*) FILTER (WHERE "order_date" IS NULL) AS m2,
                    count(*) FILTER (WHERE "quantity" IS NOT NULL) AS m3,
                    count(*) FILTER (WHERE "quantity" IS NOT NULL AND ("quantity" >= 1 AND "quantity" <= 5) IS NOT TRUE) AS m4,
                    count(*) FILTER (WHERE "quantity" IS NOT NULL AND ("quantity" > 0) IS NOT TRUE) AS m5,
                    count(*) FILTER (WHERE "status" IS NOT NULL) AS m6,
                    count(*) FILTER (WHERE "status" IS NOT NULL AND ("status" IN ('aprovado', 'pendente', 'cancelado')) IS NOT TRUE) AS m7,
                    count(*) FILTER (WHERE "email" IS NOT NULL) AS m8,
                    count(*) FILTER (WHERE "email" IS NOT NULL AND (regexp_matches("email", '^[^@]+@[^@]+$')) IS NOT TRUE) AS m9,
                    count(*) >= 1 AS m10,
                    avg("weight") FILTER (WHERE NOT isnan("weight")) AS m11,
                    avg("weight") FILTER (WHERE NOT isnan("weight")) <= 2.5 AS m12
                FROM orders
                """
            ]
        )
    }

    @Test func `a row condition narrows its own expectation and no other`() {
        #expect(
            statements("  - not_null: user_id\n  - not_null: {column: user_id, where: status = 'aprovado'}") == [
                """
                SELECT
                    count(*) AS m0,
                    count(*) FILTER (WHERE "user_id" IS NULL) AS m1,
                    count(*) FILTER (WHERE ("status" = 'aprovado')) AS m2,
                    count(*) FILTER (WHERE ("status" = 'aprovado') AND "user_id" IS NULL) AS m3
                FROM orders
                """
            ]
        )
    }

    @Test func `a key is grouped once for all expectations about it`() {
        #expect(
            statements(
                """
                  - unique: order_id
                  - distinct_count: {column: order_id, at_least: 10}
                  - compound_unique: [order_id, status]
                """
            ) == [
                """
                SELECT
                    count(*) AS m0,
                    count(*) FILTER (WHERE "order_id" IS NOT NULL) AS m1,
                    count(*) FILTER (WHERE ("order_id" IS NOT NULL OR "status" IS NOT NULL)) AS m2
                FROM orders
                """,
                """
                SELECT
                    count(*) AS keys,
                    CAST(coalesce(sum(k) FILTER (WHERE k > 1), 0) AS BIGINT) AS repeated
                FROM (SELECT count(*) AS k FROM orders WHERE "order_id" IS NOT NULL GROUP BY "order_id")
                """,
                """
                SELECT
                    count(*) AS keys,
                    CAST(coalesce(sum(k) FILTER (WHERE k > 1), 0) AS BIGINT) AS repeated
                FROM (SELECT count(*) AS k FROM orders WHERE ("order_id" IS NOT NULL OR "status" IS NOT NULL) \
                GROUP BY "order_id", "status")
                """,
            ]
        )
    }

    @Test func `what the columns tell needs no statement`() {
        #expect(
            statements(
                """
                  - type: {column: total_price, is: "decimal(12,2)"}
                  - column_count: {min: 5}
                  - column_exists: order_id
                """
            ) == []
        )
    }

    @Test(arguments: [
        ("- is_null: status", #""status" IS NOT NULL"#),
        ("- not_null: weight", #"("weight" IS NULL OR isnan("weight"))"#),
        ("- between: {column: weight, min: 0}", #"NOT isnan("weight") AND ("weight" >= 0) IS NOT TRUE"#),
        (
            "- between: {column: order_date, min: 2025-01-01}",
            #""order_date" IS NOT NULL AND ("order_date" >= TIMESTAMP '2025-01-01 00:00:00') IS NOT TRUE"#
        ),
        (
            "- not_in_set: {column: quantity, values: [0, 99]}",
            #""quantity" IS NOT NULL AND ("quantity" NOT IN (0, 99)) IS NOT TRUE"#
        ),
        (
            "- not_matches: {column: email, pattern: \"it's\"}",
            #""email" IS NOT NULL AND (NOT regexp_matches("email", 'it''s')) IS NOT TRUE"#
        ),
        ("- like: {column: status, pattern: apr%}", #""status" IS NOT NULL AND ("status" LIKE 'apr%') IS NOT TRUE"#),
        (
            "- length: {column: order_id, min: 36, max: 36}",
            #"""
            "order_id" IS NOT NULL AND (length(CAST("order_id" AS VARCHAR)) >= 36 AND length(CAST("order_id" AS VARCHAR)) <= 36) IS NOT TRUE
            """#
        ),
        (
            "- greater: {column: total_price, than: discount, or_equal: true}",
            #"""
            ("total_price" IS NOT NULL OR "discount" IS NOT NULL) AND ("total_price" >= "discount") IS NOT TRUE
            """#
        ),
        (
            "- greater: {column: weight, than: quantity, ignore_row_if: neither}",
            #"("weight" > "quantity" AND NOT isnan("weight")) IS NOT TRUE"#
        ),
        (
            "- equal: {column: total_price, to: discount, ignore_row_if: either_value_is_missing}",
            #"""
            "total_price" IS NOT NULL AND "discount" IS NOT NULL AND ("total_price" = "discount") IS NOT TRUE
            """#
        ),
        (
            "- expression: quantity >= 1 and status is not null",
            #"("quantity" >= 1 AND "status" IS NOT NULL) IS NOT TRUE"#
        ),
    ])
    func `unexpected rows are counted by one condition`(line: String, condition: String) {
        let plan = expectations("  " + line).plan(for: orders)
        #expect(plan.measures.last?.text == "count(*) FILTER (WHERE \(condition))")
    }

    @Test(arguments: [
        ("- min: {column: order_date, at_least: 2025-01-01}", #"min("order_date")"#),
        ("- max: {column: quantity, at_most: 5}", #"max("quantity")"#),
        ("- sum: {column: quantity, at_least: 1}", #"sum(CAST("quantity" AS DECIMAL(38,0)))"#),
        ("- sum: {column: total_price, at_least: 1}", #"sum("total_price")"#),
        ("- median: {column: total_price, at_least: 1}", #"median(CAST("total_price" AS DOUBLE))"#),
        ("- stddev: {column: quantity, at_most: 1}", #"stddev_samp("quantity")"#),
    ])
    func `an aggregate is asked for once`(line: String, call: String) {
        #expect(expectations("  " + line).plan(for: orders).measures.first?.text == call)
    }

    @Test func `samples of all failures are one statement, most frequent first`() {
        let plan = expectations(
            "  - not_null: status\n  - between: {column: quantity, min: 1, where: status = 'x'}\n  - compound_unique: [order_id, status]"
        ).plan(for: orders)
        let queries = plan.checks.indices.compactMap { plan.sampleQuery(ofCheck: $0) }
        #expect(
            plan.samples(queries, from: "orders")?.text == """
                (SELECT 1 AS e, count(*) AS k, CAST("quantity" AS VARCHAR) AS v0, CAST(NULL AS VARCHAR) AS v1 FROM orders \
                WHERE ("status" = 'x') AND "quantity" IS NOT NULL AND ("quantity" >= 1) IS NOT TRUE \
                GROUP BY "quantity" ORDER BY k DESC, "quantity" LIMIT 20)
                UNION ALL
                (SELECT 2 AS e, count(*) AS k, CAST("order_id" AS VARCHAR) AS v0, CAST("status" AS VARCHAR) AS v1 FROM orders \
                WHERE ("order_id" IS NOT NULL OR "status" IS NOT NULL) \
                GROUP BY "order_id", "status" HAVING count(*) > 1 ORDER BY k DESC, "order_id", "status" LIMIT 20)
                """
        )
    }

    @Test func `a failure shows the rows to look at`() {
        let plan = expectations(
            "  - not_null: status\n  - unique: order_id\n  - max: {column: quantity}\n  - row_count: {}"
        )
        .plan(for: orders)
        #expect(
            plan.checks.indices.map { plan.inspection(ofCheck: $0, from: "orders")?.text } == [
                #"SELECT * FROM orders WHERE "status" IS NULL"#,
                """
                SELECT * FROM orders WHERE "order_id" IS NOT NULL \
                QUALIFY count(*) OVER (PARTITION BY "order_id") > 1
                """,
                #"SELECT max("quantity") FROM orders"#,
                "SELECT count(*) FROM orders",
            ]
        )
    }
}
