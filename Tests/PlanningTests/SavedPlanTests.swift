import Kinds
import Planning
import Reporting
import Testing

/// When a saved plan may still be run, and what differs between two of them.
struct SavedPlanTests {
    private let input = FileFact(path: "include/orders.csv", bytes: 100, modified: 1)

    private func shop(_ old: String = "", _ new: String = "") throws -> PlannedFixture {
        var files = try FixtureProject("shop").files
        let path = "pipelines/daily.yaml"
        let text = String(decoding: try #require(files[path]).utf8, as: UTF8.self)
        try #require(old.isEmpty || text.contains(old))
        files[path] = SourceText(path: path, text: old.isEmpty ? text : text.replacing(old, with: new))
        return try PlannedFixture(Array(files.values), pipeline: "daily")
    }

    /// As if the ledger had been asked.
    private func document(
        _ fixture: PlannedFixture, _ ledger: [String: CompletedTask] = [:], level: Int = 1
    ) throws -> PlanDocument {
        let probe = PlanProbe(
            files: { [input] path in path == input.path ? [input] : [] }, ledger: ledger, isPublished: { _ in true })
        var document = PlannedFixture.document(try fixture.plan(probe))
        document.level.number = level
        return document
    }

    private func files(_ texts: [String: String]) -> [PlanInputs.InputFile] {
        PlanInputs(files: ProjectFiles(texts.map { SourceText(path: $0.key, text: $0.value) })).files
    }

    private func drift(_ saved: PlanDocument, _ fresh: PlanDocument) -> [String] {
        saved.drift(to: fresh).map { "\($0.rule.code) \($0.message)" }
    }

    @Test func `nothing has drifted from the same plan, written and read again`() throws {
        let saved = try document(shop())
        #expect(try drift(PlanDocument(json: saved.json().utf8), document(shop())) == [])
    }

    @Test func `a plan that was made offline is not run`() throws {
        #expect(
            try drift(document(shop(), level: 0), document(shop()))
                == ["EST7033 the plan is of level 0: it knows neither ledger nor tables"])
    }

    @Test func `a changed, new or lost file is named, and nothing that follows from it`() throws {
        var saved = try document(shop())
        var fresh = try document(shop("quantity > 0", "quantity > 1"))
        saved.inputs.files = files(["a.yaml": "1", "b.yaml": "1"])
        fresh.inputs.files = files(["b.yaml": "2", "c.yaml": "1"])
        #expect(
            drift(saved, fresh) == [
                "EST7026 'a.yaml' is gone since the plan", "EST7026 'b.yaml' has changed since the plan",
                "EST7026 'c.yaml' is new since the plan",
            ])
    }

    @Test func `the same files that mean something else are named by task`() throws {
        var saved = try document(shop())
        let fresh = try document(shop("quantity > 0", "quantity > 1"))
        saved.inputs.files = fresh.inputs.files
        #expect(drift(saved, fresh) == ["EST7026 task 'transform.orders' does something else than planned"])
    }

    @Test func `a run in between is named`() throws {
        let fixture = try shop()
        let plan = try fixture.plan(PlanProbe(files: { [input] path in path == input.path ? [input] : [] }))
        var ledger = PlannedFixture.ledger(of: plan)
        for id in ledger.keys where id != "ingest.orders" { ledger[id] = nil }
        ledger["ingest.orders"]?.run = "r2"
        #expect(
            try drift(document(fixture), document(fixture, ledger))
                == ["EST7027 task 'ingest.orders' was completed by run r2, in the plan by none"])
    }

    @Test func `another table is told in both shapes`() throws {
        let saved = try document(shop())
        var fresh = saved
        let place = try #require(fresh.effects.firstIndex { $0.task == "load.orders" })
        fresh.effects[place].objects = Array(fresh.effects[place].objects.prefix(1))
        try #require(fresh.effects[place].objects.count == 1)
        fresh.effects[place].objects[0].words = "new column note VARCHAR"
        let found = drift(saved, fresh)
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("EST7028 table 'dwh.orders' is not as it was: planned "))
        #expect(found[0].hasSuffix("(new column note VARCHAR)"))
    }

    @Test func `another major version of the program is refused before all else`() throws {
        var saved = try document(shop())
        saved.tool.version = "7.1.0"
        let fresh = try document(shop("quantity > 0", "quantity > 1"))
        #expect(
            drift(saved, fresh) == ["EST7030 the plan was made by version 7.1.0, this is version \(fresh.tool.version)"]
        )
    }

    @Test func `effects are wider where they reach, destroy or finish more`() throws {
        let saved = try document(shop())
        #expect(saved.effectsWider(than: saved) == [])
        var fresh = saved
        let place = try #require(fresh.effects.firstIndex { $0.task == "load.orders" })
        fresh.effects[place].destructive = false
        #expect(fresh.effectsWider(than: saved) == [])
        #expect(saved.effectsWider(than: fresh).map { "\($0.message)" } == ["duckdb dwh.orders: destructive now"])
        let less = saved.effects.remove(from: saved, task: "load.revenue")
        #expect(less.effectsWider(than: saved) == [])
        #expect(saved.effectsWider(than: less).count == 1)
    }

    @Test func `a saved plan holds no secret`() throws {
        #expect(try !document(shop()).json().contains(PlannedFixture.secret))
    }

    // MARK: Two plans

    @Test func `plans that do the same differ in nothing`() throws {
        let saved = try document(shop())
        let diff = PlanDiff(from: saved, to: saved)
        #expect(diff.isEmpty)
        #expect(diff.text(PlanView()) == "The plans do the same.\n\n7 tasks unchanged\n")
    }

    @Test func `tasks that came, went or changed are told with what is different`() throws {
        let was = try document(shop())
        let now = try document(
            shop("set: {revenue: sum(total_price), orders: count()}", "set: {revenue: sum(total_price)}"))
        let diff = PlanDiff(from: was, to: now)
        #expect(diff.tasks.map(\.id) == ["transform.revenue", "load.revenue"])
        #expect(
            diff.tasks.map(\.what) == [
                ["what it does", "columns removed: orders"], ["what it does", "columns removed: orders"],
            ])
        #expect(diff.unchanged == 5)
        let back = PlanDiff(from: now, to: was)
        #expect(
            back.tasks.map(\.what) == [
                ["what it does", "columns added: orders"], ["what it does", "columns added: orders"],
            ])
    }

    @Test func `a table more is a wider effect, one less a narrower`() throws {
        let was = try document(shop("  revenue: {from: revenue, table: dwh.revenue, key: category}\n", ""))
        let now = try document(shop())
        #expect(PlanDiff(from: was, to: now).effects.map(\.action) == ["wider"])
        #expect(PlanDiff(from: now, to: was).effects.map(\.action) == ["narrower"])
        #expect(PlanDiff(from: was, to: now).tasks.map { "\($0.action) \($0.id)" } == ["added load.revenue"])
    }
}

extension [PlanDocument.Effect] {
    /// The plan without what a task does outside.
    fileprivate func remove(from document: PlanDocument, task: String) -> PlanDocument {
        var document = document
        document.effects = filter { $0.task != task }
        return document
    }
}
