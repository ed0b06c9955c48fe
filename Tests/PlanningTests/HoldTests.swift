import Kinds
import Planning
import Reporting
import Testing

/// Tasks that a run could not do, would wait with, or decides about later.
struct HoldTests {
    private func shop(_ edits: (String, String)...) throws -> PlannedFixture {
        var files = try FixtureProject("shop").files
        let path = "pipelines/daily.yaml"
        var text = String(decoding: try #require(files[path]).utf8, as: UTF8.self)
        for (old, new) in edits {
            try #require(text.contains(old))
            text = text.replacing(old, with: new)
        }
        files[path] = SourceText(path: path, text: text)
        return try PlannedFixture(Array(files.values), pipeline: "daily")
    }

    /// With the file of the products alone, as a plan that looked.
    private func document(_ fixture: PlannedFixture) throws -> PlanDocument {
        let product = FileFact(path: "include/products.csv", bytes: 10, modified: 1)
        var found = fixture.readFindings
        let plan = makePlan(
            for: fixture.pipeline, of: fixture.project,
            probe: PlanProbe(files: { path in path.contains("products") ? [product] : [] }),
            inputs: PlanInputs(contact: .metadata, files: fixture.files, now: FixtureProject.clock.now), found: &found)
        return PlannedFixture.document(try #require(plan))
    }

    private func told(_ document: PlanDocument) -> [String] {
        document.tasks.map { "\($0.symbol) \($0.id) \($0.hold?.words ?? "–")" }
    }

    @Test func `a missing file blocks its task and all that needs it`() throws {
        let document = try document(shop())
        #expect(
            told(document) == [
                "x ingest.orders blocked: no file matches 'include/orders.csv'", "+ ingest.products –",
                "x transform.orders blocked: needs 'ingest.orders'", "x check.orders blocked: needs 'transform.orders'",
                "x transform.revenue blocked: needs 'check.orders'", "x load.orders blocked: needs 'check.orders'",
                "x load.revenue blocked: needs 'transform.revenue'",
            ])
        #expect(document.summary.blocked == 6 && document.summary.toRun == 1)
        #expect(document.effects.map(\.task) == ["ingest.products"])
        let text = document.text(PlannedFixture.view(120))
        #expect(text.contains("x ingest.orders"))
        #expect(text.hasSuffix("Plan: 1 to run, 0 up to date, 6 blocked\n"))
        let load = try #require(document.task(named: "load.revenue"))
        #expect(
            document.why(load, PlannedFixture.view(120)).hasPrefix(
                "load.revenue does not run: blocked: needs 'transform.revenue'\n"))
        #expect(document.why(load, PlannedFixture.view(120)).contains("no file matches 'include/orders.csv'"))
    }

    @Test func `a task that is tried again waits, and what needs it does not`() throws {
        let document = try document(shop(("schema: orders", "schema: orders\n    retries: {attempts: 3, delay: 5s}")))
        let first = try #require(document.task(named: "ingest.orders"))
        #expect(first.symbol == "…")
        #expect(first.hold?.words == "waits for 'include/orders.csv', tried 3 times within 15 s, then fails")
        #expect(document.summary.waiting == 1 && document.summary.blocked == 0)
        #expect(document.task(named: "transform.orders")?.hold == nil)
    }

    @Test func `what may be skipped is decided when it runs`() throws {
        let document = try document(shop(("schema: orders", "schema: orders\n    if_missing: skip")))
        let tasks = ["ingest.orders", "transform.orders"].compactMap(document.task)
        #expect(tasks.map(\.symbol) == ["?", "?"])
        #expect(
            tasks.map(\.hold?.words) == [
                "skipped unless a file matches 'include/orders.csv'", "skipped if 'ingest.orders' is",
            ])
        #expect(document.summary.toRun == 7)
    }

    @Test func `a task whose condition does not hold does nothing, nor does what needs it`() throws {
        let document = try document(
            shop(("schema: orders", "schema: orders\n    when: \"params.date < date '2000-01-01'\"")))
        let condition = "params.date < date '2000-01-01'"
        #expect(
            told(document) == [
                "· ingest.orders skipped: '\(condition)' does not hold", "+ ingest.products –",
                "· transform.orders skipped, as 'ingest.orders' is", "· check.orders skipped, as 'transform.orders' is",
                "· transform.revenue skipped, as 'check.orders' is", "· load.orders skipped, as 'check.orders' is",
                "· load.revenue skipped, as 'transform.revenue' is",
            ])
        #expect(document.effects.map(\.task) == ["ingest.products"])
        #expect(document.text(PlannedFixture.view(120)).hasSuffix("Plan: 1 to run, 0 up to date, 6 left out\n"))
        let load = try #require(document.task(named: "load.revenue"))
        #expect(
            document.why(load, PlannedFixture.view(120)).hasPrefix(
                "load.revenue does not run: skipped, as 'transform.revenue' is\n"))
        #expect(load.mode == "–" && load.actions == [.skip])
    }

    @Test func `offline nobody knows what is missing`() throws {
        #expect(try PlannedFixture.document(shop().plan()).tasks.compactMap(\.hold) == [])
    }

    @Test func `held tasks are what their schema says, written and read again`() throws {
        let schema = SchemaCheck(root: try .parsed(planSchema.text()))
        let leftOut = try shop(("schema: orders", "schema: orders\n    when: \"params.date < date '2000-01-01'\""))
        for document in [
            try document(shop()), try document(leftOut),
            try document(shop(("schema: orders", "schema: orders\n    if_missing: skip"))),
        ] {
            #expect(try schema.faults(in: .parsed(document.json())) == [])
            #expect(try PlanDocument(json: document.json().utf8) == document)
        }
    }
}
