import Engines
import Expressions
import Testing

/// Expressions as SQL, verbatim.
struct ExpressionLoweringTests {
    private static let scope = ExpressionScope(
        columns: [
            ScopeColumn(column: Column("a", .int)), ScopeColumn(column: Column("b", .int)),
            ScopeColumn(column: Column("price", .decimal(precision: 12, scale: 2))),
            ScopeColumn(column: Column("status", .string)), ScopeColumn(column: Column("day", .date)),
            ScopeColumn(column: Column("at", .timestamp)), ScopeColumn(column: Column("id", .uuid)),
            ScopeColumn(qualifier: "users", column: Column("state \"UF\"", .string)),
            ScopeColumn(column: Column("paid", .boolean)),
        ],
        constants: [
            "params.date": Constant(type: .date, value: .date(20_089)),
            "params.n": Constant(type: .bigint, value: .integer(5)),
            "run.started_at": Constant(type: .timestamptz),
        ]
    )

    private func lowered(
        _ text: String,
        _ dialect: Dialect = .duckdb,
        constants: [String: Value] = [:]
    ) throws -> String {
        let (typed, issues) = try Expression.parse(text).typed(in: Self.scope, allowingAggregates: true)
        return SQL(try #require(typed, "\(issues)"), dialect: dialect, constants: constants).text
    }

    @Test(arguments: [
        ("a + b * 2 - 1", #"("a" + "b" * 2 - 1)"#),
        ("a - (b - 1)", #"("a" - ("b" - 1))"#),
        ("(a + b) * 2", #"(("a" + "b") * 2)"#),
        ("-(-a)", #"(-(-"a"))"#),
        ("a - -1", #"("a" - -1)"#),
        ("a * -(2 + b)", #"("a" * -(2 + "b"))"#),
        ("(a = 1) = (b = 2)", #"(("a" = 1) = ("b" = 2))"#),
        ("not (paid and a > 1) or b is null", #"(NOT ("paid" AND "a" > 1) OR "b" IS NULL)"#),
        ("(a is null) is true", #"(("a" IS NULL) IS TRUE)"#),
        ("a / 2", #"("a" / 2)"#),
        ("a / b", #"("a" / nullif("b", 0))"#),
        ("a / (b + 1)", #"("a" / nullif("b" + 1, 0))"#),
        ("div(a + 1, 2) % 3", #"(("a" + 1) // 2 % 3)"#),
        ("status || '''' || status", #"("status" || '''' || "status")"#),
        ("a is distinct from null", #"("a" IS DISTINCT FROM CAST(NULL AS INTEGER))"#),
    ])
    func `parentheses stand where precedence asks for them`(_ text: String, _ expected: String) throws {
        #expect(try lowered(text) == expected)
    }

    @Test(arguments: [
        (#"users."state ""UF""" like 'S%'"#, ""),
        ("status not ilike 'a_'", #"("status" NOT ILIKE 'a_')"#),
        ("a not in (1, b + 2)", #"("a" NOT IN (1, "b" + 2))"#),
        ("day between '2025-01-01' and day + 1", #"("day" BETWEEN DATE '2025-01-01' AND "day" + 1)"#),
        ("case status when 'x' then 1 else a + 1 end", #"CASE "status" WHEN 'x' THEN 1 ELSE "a" + 1 END"#),
        ("case when paid then 1 end", #"CASE WHEN "paid" THEN 1 END"#),
        ("try_cast(status as decimal(10,2))", #"TRY_CAST("status" AS DECIMAL(10, 2))"#),
        ("coalesce(price, 0)", #"coalesce("price", 0.00)"#),
        ("count()", "count(*)"), ("count(distinct a)", #"count(DISTINCT "a")"#),
        ("sum(a) + 1", #"(CAST(sum("a") AS BIGINT) + 1)"#), ("sum(price)", #"sum("price")"#),
        ("day + interval '1 month'", #"CAST("day" + INTERVAL '1 month' AS DATE)"#),
        ("at - interval '90 minutes'", #"("at" + INTERVAL '-5400000000 microseconds')"#),
        ("date_trunc('month', day)", #"CAST(date_trunc('month', "day") AS DATE)"#),
        ("date_trunc('month', at)", #"date_trunc('month', "at")"#),
        ("trim(status)", #"trim("status")"#), ("if(paid, a + 1, b)", #"CASE WHEN "paid" THEN ("a" + 1) ELSE "b" END"#),
        ("at <= run.started_at", #"(CAST("at" AS TIMESTAMPTZ) <= CAST($run_started_at AS TIMESTAMPTZ))"#),
        ("day >= params.date", #"("day" >= DATE '2025-01-01')"#), ("params.n", "CAST(5 AS BIGINT)"),
        (
            "id = '123e4567-e89b-12d3-a456-426614174000'",
            #"("id" = CAST('123e4567-e89b-12d3-a456-426614174000' AS UUID))"#
        ),
        ("[a, 1]", #"["a", 1]"#), ("1e3 + 1.5e-10", "(1000e0 + 1.5e-10)"),
    ])
    func `every form has one spelling`(_ text: String, _ expected: String) throws {
        let expected = expected.isEmpty ? #"("users"."state ""UF""" LIKE 'S%')"# : expected
        #expect(try lowered(text) == expected)
    }

    @Test func `a value known when running takes the parameter's place`() throws {
        #expect(
            try lowered("run.started_at", constants: ["run.started_at": .timestamptz(0)])
                == "TIMESTAMPTZ '1970-01-01 00:00:00+00'"
        )
    }

    @Test(arguments: [
        ("a is not distinct from b", #"(`a` <=> `b`)"#), ("a / 2", #"(`a` / nullif(2, 0))"#),
        ("day + 1", "(date_add(`day`, 1))"), ("starts_with(status, 'it''s')", #"startswith(`status`, 'it\'s')"#),
        ("try_cast(status as int)", #"TRY_CAST(`status` AS INT)"#),
        ("week(day)", #"CAST(weekofyear(`day`) AS BIGINT)"#),
    ])
    func `another engine's spelling is data`(_ text: String, _ expected: String) throws {
        #expect(try lowered(text, .spark) == expected)
    }

    @Test func `literals carry their type`() {
        let values: [Value] = [
            .null, .boolean(true), .integer(-3), .double(2), .double(.infinity), .decimal("12"), .decimal("-1.50"),
            .string("it's\\"), .string("a\0b"), .date(0), .timestamp(1_500_000), .timestamptz(0), .uuid(0, 1),
            .binary([1, 255]),
            .list([.integer(1), .null]),
        ]
        #expect(
            values.map { sqlLiteral($0).text } == [
                "NULL", "true", "-3", "2e0", "CAST('inf' AS DOUBLE)", "CAST(12 AS DECIMAL(2, 0))", "-1.50",
                #"'it''s\'"#,
                "('a' || chr(0) || 'b')", "DATE '1970-01-01'", "TIMESTAMP '1970-01-01 00:00:01.5'",
                "TIMESTAMPTZ '1970-01-01 00:00:00+00'", "CAST('00000000-0000-0000-0000-000000000001' AS UUID)",
                "unhex('01ff')", "[1, NULL]",
            ]
        )
    }

    @Test func `deep expressions stay linear`() throws {
        let depth = 60
        let texts = [
            String(repeating: "coalesce(nullif(", count: depth) + "a" + String(repeating: ", 0), 1)", count: depth),
            String(repeating: "case ", count: depth) + "a"
                + String(repeating: " when 1 then 2 else b end", count: depth),
            String(repeating: "round(sqrt(", count: depth) + "a" + String(repeating: "), 2)", count: depth),
        ]
        for text in texts { #expect(try lowered(text).utf8.count < 20 * text.utf8.count) }
    }
}
