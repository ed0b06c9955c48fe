import DuckDBEngine
import Engines
import Expressions
import TestSupport
import Testing

/// Every example of the function catalogue, run on the real engine.
@Suite(.ownThreads) struct CatalogueExamplesTests {
    @Test(arguments: Catalogue.functions.map(\.name))
    func `examples give what the catalogue says, in the type it says`(_ name: String) throws {
        let session = try TestDuckDB.session()
        let function = try #require(Catalogue.function(named: name))
        for example in function.examples {
            let query = try ExampleQuery(example)
            let facts = try session.rows(query.comparison)
            #expect(facts == [[.boolean(true)]], "\(example.expression): \(query.comparison)")
            // DuckDB forgets the type of a null that it works out while planning.
            guard example.result != "null" else { continue }
            let described = try session.describe(query.selection).columns.map(\.type)
            #expect(described == [query.type], "\(example.expression): \(query.selection)")
        }
    }

    @Test func `what typing leaves to the engine has the type it says`() throws {
        let session = try TestDuckDB.session()
        let row = RowType([
            Column("i", .int), Column("b", .bigint), Column("d", .double),
            Column("p", .decimal(precision: 12, scale: 2)),
            Column("q", .decimal(precision: 5, scale: 3)), Column("w", .decimal(precision: 30, scale: 4)),
            Column("s", .string), Column("day", .date), Column("at", .timestamp), Column("z", .timestamptz),
        ])
        let expressions = [
            "i + i", "i + b", "i * 2", "b - 1", "i / 2", "p + q", "p - 1", "p * i", "p * q", "p * 2", "p + b", "p * w",
            "w + w", "p * 1.5", "p + d", "-p", "-i", "p % 3", "i % 2", "b % i", "coalesce(p, 0)", "coalesce(q, 12345)",
            "coalesce(i, 1.5)", "coalesce(i, b)", "case when i > 0 then p else 0 end",
            "case i when 1 then 1 else 2.5 end",
            "if(i > 0, p, q)", "if(i > 0, 1, null)", "greatest(p, q, 1)", "round(p, 1)", "round(p)", "floor(q)",
            "round(coalesce(p, 0) * i, 2)", "day + 1", "day + interval '1 month'", "day + interval 3 hours",
            "at - interval '2 days'", "z + interval 1 year", "day - day", "i in (1, 2)",
            "day between '2025-01-01' and at",
            "at <= z", "s like 'a%'", "s is null", "try_cast(s as decimal(10,2))", "cast(s as uuid)", "s::date",
            "['a', s]", "[1, p]", "1 = 1.0", "5000000000", "1.50", "-2", "1e3", "date '2025-01-01'",
            "i is distinct from 1",
            "not i > 1 or s = 'a' and d < 2",
        ]
        for text in expressions {
            let (typed, issues) = try Expression.parse(text).typed(in: ExpressionScope(row))
            let expression = try #require(typed, "\(text): \(issues.map(\.message))")
            let columns = row.columns.map { column -> SQL in
                "CAST(NULL AS \(sqlType(column.type))) AS \(Identifier(column.name))"
            }
            let query: SQL = "SELECT \(SQL(expression)) FROM (SELECT \(columns.joined(separator: ", ")))"
            let described = try session.describe(query).columns.map(\.type)
            #expect(described == [expression.type], "\(text): \(query)")
        }
    }
}

/// An example as two queries: its value, and whether that is the promised result.
private struct ExampleQuery {
    let selection: SQL
    let comparison: SQL
    let type: DataType

    init(_ example: Function.Example) throws {
        let rows = try example.rows.map { try Self.typed($0, [], aggregates: false) }
        let type = commonType(of: rows.map(\.type)) ?? .null
        let value = try Self.typed(example.expression, [Column("x", type)], aggregates: true)
        let result = try Self.typed(example.result, [], aggregates: false)
        let values = rows.map { row -> SQL in "(CAST(\(SQL(row)) AS \(sqlType(type))))" }
        let source: SQL = rows.isEmpty ? "" : " FROM (VALUES \(values.joined(separator: ", "))) AS t(\"x\")"
        selection = "SELECT \(SQL(value)) AS v\(source)"
        comparison = "SELECT v IS NOT DISTINCT FROM \(SQL(result)) FROM (\(selection))"
        self.type = value.type
    }

    private static func typed(_ text: String, _ columns: [Column], aggregates: Bool) throws -> TypedExpression {
        let (typed, issues) = try Expression.parse(text).typed(
            in: ExpressionScope(RowType(columns)), allowingAggregates: aggregates)
        return try #require(typed, "\(text): \(issues.map(\.message))")
    }
}
