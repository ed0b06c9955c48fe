import Foundation
import Kinds
import Planning
import Reporting
import TestSupport
import Testing

/// By which key a table is loaded where the sink names none.
struct LoadKeyTests {
    @Test func `the schema's key is that of the table`() throws {
        #expect(try key("mode: merge") == ["order_id"])
        #expect(try key("mode: append, key: product_id") == ["product_id"])
    }

    @Test func `a row may be in several partitions`() throws {
        #expect(try key("mode: partition, partition: quantity") == ["quantity", "order_id"])
        #expect(try key("mode: partition, partition: [quantity, order_id]") == ["quantity", "order_id"])
        #expect(try key("mode: partition, partition: quantity, key: order_id") == ["order_id"])
    }

    @Test func `where null may be a partition there is no key`() throws {
        #expect(try key("mode: partition, partition: status") == [])
    }

    /// Of the shop's orders, whose quantity is never null here.
    private func key(_ mode: String) throws -> [String] {
        var files = try FixtureProject("shop").files
        func edit(_ path: String, _ old: String, _ new: String) throws {
            let text = String(decoding: try #require(files[path]).utf8, as: UTF8.self)
            files[path] = SourceText(path: path, text: text.replacing(old, with: new))
        }
        try edit("pipelines/daily.yaml", "table: dwh.orders, key: order_id", "table: dwh.orders, \(mode)")
        try edit("schemas/orders.yaml", "quantity: int", "quantity: {type: int, nullable: false}")
        let plan = try PlannedFixture(Array(files.values), pipeline: "daily").plan()
        let task = try #require(plan.tasks.first { $0.id == "load.orders" })
        guard case .load(let work) = task.work else { return [] }
        return work.key
    }
}
