import Kinds
import Planning
import Reporting
import Testing

/// What `--task` tells of lineage and definition.
struct TaskTextTests {
    private let input = FileFact(path: "include/orders.csv", bytes: 100, modified: 1)

    private func shop(_ old: String = "", _ new: String = "") throws -> PlannedFixture {
        var files = try FixtureProject("shop").files
        let path = "pipelines/daily.yaml"
        let text = String(decoding: try #require(files[path]).utf8, as: UTF8.self)
        try #require(old.isEmpty || text.contains(old))
        files[path] = SourceText(path: path, text: old.isEmpty ? text : text.replacing(old, with: new))
        return try PlannedFixture(Array(files.values), pipeline: "daily")
    }

    private func probe(_ ledger: [String: CompletedTask] = [:]) -> PlanProbe {
        PlanProbe(
            files: { [input] path in path == input.path ? [input] : [] }, ledger: ledger, isPublished: { _ in true })
    }

    /// After a run of the shop as it was, that kept outlines as runs do.
    private func changed(_ old: String, _ new: String, keepsOutline: Bool = true) throws -> PlanDocument {
        let before = try shop().plan(probe())
        var ledger = PlannedFixture.ledger(of: before)
        for task in before.tasks where keepsOutline {
            ledger[task.id]?.outline = DefinitionOutline.parts(ofNote: DefinitionOutline.note(of: task)).outline
        }
        return PlannedFixture.document(try shop(old, new).plan(probe(ledger)))
    }

    private func text(_ document: PlanDocument, _ task: String) throws -> String {
        document.taskText(try #require(document.task(named: task)), PlannedFixture.view(160))
    }

    @Test func `columns come from columns and go to columns`() throws {
        let document = PlannedFixture.document(try shop().plan(probe()))
        let revenue = try #require(document.task(named: "transform.revenue")?.lineage)
        let summed = try #require(revenue.first { $0.column == "revenue" })
        #expect(summed.from == ["processed.orders.total_price"])
        #expect(summed.to == ["table dwh.revenue.revenue"])
        #expect(!summed.isCopied)
        let price = try #require(
            document.task(named: "transform.orders")?.lineage?.first { $0.column == "total_price" })
        #expect(price.to.contains("processed.revenue.revenue") && price.to.contains("table dwh.orders.total_price"))
        #expect(document.task(named: "transform.orders")?.rowsFrom?.contains("raw.orders.quantity") == true)
        #expect(try text(document, "transform.revenue").contains("← processed.orders.total_price"))
        #expect(document.task(named: "check.orders")?.lineage == nil)
    }

    @Test func `a changed definition is told by what is different`() throws {
        let document = try changed("quantity > 0", "quantity > 1")
        let changes = try #require(document.task(named: "transform.orders")?.definitionChanges)
        #expect(
            changes.map { [$0.action, $0.what, $0.before, $0.after] } == [
                ["changed", "filter", "quantity > 0", "quantity > 1"]
            ])
        let told = try text(document, "transform.orders")
        #expect(
            told.contains(
                """
                Definition, against 20260131T060000-abcd
                  ~ filter
                      - quantity > 0
                      + quantity > 1
                """), "\(told)")
        let sum = try changed("set: {revenue: sum(total_price), orders: count()}", "set: {revenue: sum(total_price)}")
        #expect(
            sum.task(named: "transform.revenue")?.definitionChanges?.map { "\($0.action) \($0.what)" } == [
                "removed column orders"
            ])
    }

    @Test func `a run that kept a digest alone is said to be one`() throws {
        let document = try changed("quantity > 0", "quantity > 1", keepsOutline: false)
        #expect(document.task(named: "transform.orders")?.definitionChanges == nil)
        #expect(
            try text(document, "transform.orders").contains(
                "that run kept a digest alone: what has changed is not known"))
    }

    @Test func `an outline is read as it was written`() throws {
        for project in ["shop", "everything"] {
            let pipeline = project == "shop" ? "daily" : "all"
            for task in try PlannedFixture(GoldenPlanTests.files(of: project), pipeline: pipeline).plan().tasks {
                let parts = DefinitionOutline.parts(ofNote: DefinitionOutline.note(of: task))
                #expect(parts.definition == task.definitionFingerprint)
                #expect(parts.outline == task.outline)
            }
        }
    }
}
