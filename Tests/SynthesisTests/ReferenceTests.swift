import Expressions
import Testing

@testable import Synthesis

struct ReferenceTests {
    private func shop(_ distribution: ReferenceColumn.Distribution, defects: [any Defect] = []) throws
        -> [SyntheticTable]
    {
        [
            SyntheticTable(
                "orders",
                rows: 2000,
                columns: [
                    SyntheticColumn("order_id", SequenceColumn()),
                    SyntheticColumn(
                        "product_id",
                        ReferenceColumn(to: "products", "product_id", distribution: distribution)
                    ),
                    SyntheticColumn("price", FieldColumn(of: "product_id", "price")),
                ]
            ),
            SyntheticTable(
                "products",
                rows: 10,
                columns: [
                    SyntheticColumn("product_id", UUIDColumn()),
                    SyntheticColumn("price", DecimalColumn(min: .fixed("1"), max: .fixed("99"))),
                ],
                defects: defects
            ),
        ]
    }

    @Test(arguments: [.uniform, .zipf(1.1), .each] as [ReferenceColumn.Distribution])
    func `each reference names a row of the other table and its values`(
        distribution: ReferenceColumn.Distribution
    ) throws {
        let tables = try shop(distribution)
        let products = Set(try written(tables, table: "products").dropFirst())
        let orders = try written(tables, table: "orders").dropFirst().map { $0.split(separator: ",", maxSplits: 1)[1] }
        #expect(orders.allSatisfy { products.contains(String($0)) })
        #expect(Set(orders).count == 10)
    }

    @Test func `the skew is Zipf's`() throws {
        let tables = try shop(.zipf(1.1))
        let products = try written(tables, table: "products").dropFirst()
        let orders = try written(tables, table: "orders").dropFirst().map { $0.split(separator: ",", maxSplits: 1)[1] }
        #expect(
            products.map { product in orders.count { $0 == product } } == [
                747, 337, 241, 151, 136, 111, 86, 76, 59, 56,
            ]
        )
    }

    @Test func `one each, from the start again after the last`() throws {
        let tables = [
            SyntheticTable("a", rows: 3, columns: [SyntheticColumn("id", SequenceColumn(start: 7))]),
            SyntheticTable(
                "b",
                rows: 5,
                columns: [SyntheticColumn("a", ReferenceColumn(to: "a", "id", distribution: .each))]
            ),
        ]
        #expect(try written(tables, table: "b") == ["a", "7", "8", "9", "7", "8"])
    }

    @Test func `defects of the other table are not seen`() throws {
        let dirt: [any Defect] = [
            RepeatedLines(share: 0.5), NullCells("price", share: 1),
            ReplacedCells("product_id", share: 1, with: UUIDColumn()),
        ]
        #expect(try written(try shop(.uniform, defects: dirt)) == (try written(try shop(.uniform))))
    }

    @Test func `a table may refer to itself`() throws {
        let table = SyntheticTable(
            "staff",
            rows: 4,
            columns: [
                SyntheticColumn("id", SequenceColumn()),
                SyntheticColumn("manager", ReferenceColumn(to: "staff", "id"), nullShare: 0.5),
                SyntheticColumn("manager_again", FieldColumn(of: "manager", "id")),
            ]
        )
        #expect(try written([table]) == ["id,manager,manager_again", "1,,", "2,3,3", "3,,", "4,4,4"])
    }

    @Test func `something happens after something else, within its time`() throws {
        let start = Int64(daysFromCivil(2025, 1, 1)) * microsecondsPerDay
        let tables = [
            SyntheticTable(
                "orders",
                rows: 1000,
                columns: [
                    SyntheticColumn("order_id", SequenceColumn()),
                    SyntheticColumn("ordered", TimestampColumn(from: start, to: start + microsecondsPerDay)),
                ]
            ),
            SyntheticTable(
                "payments",
                rows: 1000,
                columns: [
                    SyntheticColumn("order_id", ReferenceColumn(to: "orders", "order_id", distribution: .each)),
                    SyntheticColumn(
                        "paid_at",
                        AfterColumn(try parsed("order_id->ordered"), within: 3 * microsecondsPerDay)
                    ),
                ]
            ),
        ]
        let program = try SyntheticDatabase(seed: "tests", tables: tables).compiled()
        let paid = Frame(program, table: 1, rows: Array(0..<1000)).vector(1).wholes
        let ordered = Frame(program, table: 0, rows: Array(0..<1000)).vector(1).wholes
        let waits = zip(paid, ordered).map { $0 - $1 }
        #expect(waits.allSatisfy { (1_000_000...3 * microsecondsPerDay).contains($0) })
        #expect(try written(tables, table: "payments")[1] == "1,2025-01-01T08:01:22")
    }
}
