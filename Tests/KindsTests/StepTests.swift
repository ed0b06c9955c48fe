import Algebra
import Configuration
import Engines
import Expressions
import Foundation
import Reporting
import TestSupport
import Testing

@testable import Kinds

/// Steps over `orders`, beside which `products` and `returns` lie.
struct StepTests {
    static let orders = RowType([
        Column("order_id", .uuid, isNullable: false), Column("product_id", .string), Column("quantity", .int),
        Column("price", .decimal(precision: 12, scale: 2)), Column("day", .date),
    ])
    static let products = RowType([Column("product_id", .string, isNullable: false), Column("category", .string)])

    /// The relation of one step, and all that was found.
    static func relation(
        of text: MarkedText, bind: @escaping (Query) -> Result<RowType, QueryFault>? = { _ in nil }
    ) -> (relation: Relation?, found: Diagnostics) {
        var found = Diagnostics()
        guard let node = parseYAML(text.source, found: &found),
            let item = RecordReader(scope: Scope()).read(
                node, shape: .variant(builtInSteps.map { $0.spec }), name: "steps", found: &found),
            let record = item.asRecord, record.isComplete,
            let step = builtInSteps.first(where: { $0.spec.name == record.kind })?.init(record)
        else { return (nil, found) }
        let tables = ["orders": orders, "products": products, "returns": orders]
        var context = StepContext(
            inputName: "orders", span: record.span,
            constants: ["params.day": Constant(type: .date, value: .date(0))],
            resolve: { name, _ in
                tables[name.string].map { .dataset(DatasetName(zone: "raw", name: name.string), $0) }
            }, bind: bind)
        context.datasets = ["raw.orders", "products", "raw.products", "returns"]
        let relation = step.relation(over: .dataset(DatasetName(zone: "raw", name: "orders"), orders), in: &context)
        found.report(contentsOf: context.found)
        return (relation, found)
    }

    static func sql(_ relation: Relation) -> String {
        RelationLowering(dialect: .duckdb) { "\(Identifier($0.zone, $0.name))" }.query(relation).text
    }

    /// `order_id uuid!, price decimal(12,2)`, with `!` where no value is missing.
    static func words(_ row: RowType) -> String {
        row.columns.map { "\($0.name) \($0.type)\($0.isNullable ? "" : "!")" }.joined(separator: ", ")
    }

    private static let steps = [
        "aggregate: {by: {day: day, big: quantity > 5}, set: {revenue: sum(price), orders: count()}}",
        "aggregate: {set: {revenue: sum(price), orders: count()}}",
        "cast: {quantity: bigint, price: string}",
        "cast: {columns: {product_id: int}, on_error: 'null'}",
        "dedupe: product_id",
        "dedupe: {key: [product_id, day], order: -quantity, keep: last}",
        "distinct: true",
        "distinct: false",
        "drop: [price, day]",
        "filter: quantity > 0 and day <= params.day",
        "join: {with: products, on: product_id}",
        "join: {with: products, kind: left, on: product_id, columns: category}",
        "join: {with: products, kind: anti, on: product_id}",
        "join: {with: products, condition: orders.product_id = products.product_id, columns: [category]}",
        "limit: 10",
        "limit: {rows: 10, offset: 5}",
        "rename: {sku: product_id}",
        "select: [price, order_id]",
        "set: {price: price * 2, year: year(day)}",
        "sort: [-price, order_id]",
        "sql: {query: select p.category from input join p using (product_id), inputs: {p: products}, columns: {category: string}}",
        "union: returns",
        "window: {partition: product_id, order: -day, set: {n: row_number(), total: sum(price), before: 'lag(price, 2)'}}",
        "window: {set: {orders: count()}}",
    ]

    @Test func `each step has these columns and this query`() throws {
        var text = ""
        for step in Self.steps {
            let (relation, found) = Self.relation(of: MarkedText(step))
            #expect(found.items == [])
            let made = try #require(relation, "\(step)")
            text += "-- \(step)\n-- \(Self.words(made.row))\n\(Self.sql(made));\n\n"
        }
        try expectGolden(text, at: repositoryRoot.appending(path: "Tests/Fixtures/steps.sql"))
    }

    @Test func `every built-in step has an example here`() {
        let shown = Set(Self.steps.map { String($0.prefix { $0 != ":" }) })
        #expect(shown == Set(builtInSteps.map { $0.spec.name }))
    }

    @Test func `built-in steps are sorted by their word`() {
        #expect(builtInSteps.map { $0.spec.name } == builtInSteps.map { $0.spec.name }.sorted())
    }
}
