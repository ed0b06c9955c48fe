import Foundation
import Kinds
import Planning
import Reporting
import TestSupport
import Testing

/// What is told of a plan, apart from its looks.
struct PlanDocumentTests {
    private let input = FileFact(path: "include/orders.csv", bytes: 100, modified: 1)

    private func shop(_ old: String = "", _ new: String = "") throws -> PlannedFixture {
        var files = try FixtureProject("shop").files
        let path = "pipelines/daily.yaml"
        let text = String(decoding: try #require(files[path]).utf8, as: UTF8.self)
        files[path] = SourceText(path: path, text: old.isEmpty ? text : text.replacing(old, with: new))
        return try PlannedFixture(Array(files.values), pipeline: "daily")
    }

    private func probe(
        _ ledger: [String: CompletedTask] = [:], durations: [String: [Int]] = [:], usages: [EarlierUsage] = []
    ) -> PlanProbe {
        PlanProbe(
            files: { [input] path in path == input.path ? [input] : [] }, ledger: ledger, isPublished: { _ in true },
            durations: durations, usages: usages)
    }

    /// After a run that completed everything, with one step changed since.
    private func changed(
        durations: [String: [Int]] = [:], usages: [EarlierUsage] = [], sent: Int? = nil
    ) throws -> PlanDocument {
        var before = PlannedFixture.ledger(of: try shop().plan(probe()))
        for task in before.keys where task.hasPrefix("load.") { before[task]?.sent = sent }
        return PlannedFixture.document(
            try shop("quantity > 0", "quantity > 1").plan(probe(before, durations: durations, usages: usages)),
            keepsStatements: true)
    }

    @Test(arguments: GoldenPlanTests.plans)
    func `plans are what their schema says`(_ project: String, _ pipeline: String) throws {
        let fixture = try PlannedFixture(GoldenPlanTests.files(of: project), pipeline: pipeline)
        let schema = SchemaCheck(root: try .parsed(planSchema.text()))
        let document = PlannedFixture.document(try fixture.plan(), keepsStatements: true)
        #expect(try schema.faults(in: .parsed(document.json())) == [])
        #expect(try schema.faults(in: .parsed(changed().json())) == [])
    }

    @Test func `the published schema is the program's`() throws {
        try expectGolden(
            planSchema.text(indented: true) + "\n",
            at: repositoryRoot.appending(path: "docs/reference/plan.schema.json"))
    }

    @Test func `what was written is read again, and other versions are refused`() throws {
        let document = try changed()
        #expect(try PlanDocument(json: document.json().utf8) == document)
        let minor = document.json().replacing("\"1.2\"", with: "\"1.7\"").replacing(
            "{\n  \"diag", with: "{\"more\": 1,\n  \"diag")
        #expect(try PlanDocument(json: minor.utf8).tasks == document.tasks)
        let major = document.json().replacing("\"plan_version\" : \"1.2\"", with: "\"plan_version\" : \"2.0\"")
        #expect(throws: PlanDocument.UnreadableVersion.self) { try PlanDocument(json: major.utf8) }
    }

    @Test func `a parameter's value of the profile is told with profile and line`() throws {
        var files = try FixtureProject("shop").files
        let profile = "test: {lake: lake, params: {date: 2026-01-30}, connections: {warehouse: {duckdb: w.duckdb}}}"
        files["esteira.yaml"] = SourceText(path: "esteira.yaml", text: "project: shop\nprofiles:\n  \(profile)\n")
        let document = PlannedFixture.document(try PlannedFixture(Array(files.values), pipeline: "daily").plan())
        let params = document.inputs.params.map {
            "\($0.name)=\($0.value) \($0.origin) \($0.source.file):\($0.source.line)"
        }
        #expect(params == ["date=2026-01-30 profile esteira.yaml:3"])
        let lines = document.text(PlannedFixture.view(120)).split(separator: "\n")
        #expect(lines.contains("  params    date=2026-01-30 profile test esteira.yaml:3"))
        let steps = try #require(document.tasks.first).why.map { "\($0.ground.rawValue) \($0.fact)" }
        #expect(steps.last == "parameter date=2026-01-30, of profile 'test'")
    }

    @Test func `the id follows the content, not the clock and not how long runs took`() throws {
        let document = try changed()
        let later = try shop().plan(now: FixtureProject.clock.now + 86_400_000_000)
        let now = PlannedFixture.document(try shop().plan())
        #expect(PlannedFixture.document(later).id == now.id)
        #expect(PlannedFixture.document(later).schedule != now.schedule)
        #expect(document.id != now.id)
        #expect(try changed(durations: ["transform.orders": [5]]).id == document.id)
        #expect(document.id.count == 64)
    }

    @Test func `each unknown number says after which task it is known`() throws {
        let document = PlannedFixture.document(try shop().plan())
        let told = document.tasks.map {
            "\($0.id) in \($0.rowsIn.knownAfter ?? "–") out \($0.rowsOut.knownAfter ?? "–")"
        }
        #expect(
            told == [
                "ingest.orders in ingest.orders out ingest.orders",
                "ingest.products in ingest.products out ingest.products",
                "transform.orders in ingest.orders out transform.orders",
                "check.orders in transform.orders out transform.orders",
                "transform.revenue in transform.orders out transform.revenue",
                "load.orders in transform.orders out transform.orders",
                "load.revenue in transform.revenue out transform.revenue",
            ])
    }

    @Test func `numbers of what is up to date are exact, of what runs estimated`() throws {
        let document = try changed()
        let orders = try #require(document.task(named: "transform.orders"))
        #expect(orders.rowsIn == .exact(10))
        #expect(orders.rowsOut == .estimate(10, by: "rows of the last run"))
        #expect(orders.bytes == .estimate(2048, by: "bytes of the last run"))
        #expect(orders.actions == [.delete, .create])
    }

    @Test func `why leads through the tasks to the file and line`() throws {
        let document = try changed()
        let load = try #require(document.task(named: "load.revenue"))
        let told = document.why(load, PlannedFixture.view(.max)).split(separator: "\n").map { line in
            line.split(separator: " ").joined(separator: " ")
        }
        #expect(
            told == [
                "load.revenue runs: input changed: transform.revenue",
                "load.revenue task it reads what 'transform.revenue' makes, which runs pipelines/daily.yaml:36",
                "transform.revenue task it reads what 'check.orders' makes, which runs pipelines/daily.yaml:23",
                "check.orders task it reads what 'transform.orders' makes, which runs pipelines/daily.yaml:32",
                "transform.orders file what it does is not what run 20260131T060000-abcd did "
                    + "(\(try definitions(document))) pipelines/daily.yaml:16",
            ])
    }

    private func definitions(_ document: PlanDocument) throws -> String {
        let before = PlannedFixture.document(try shop().plan()).task(named: "transform.orders")
        let after = document.task(named: "transform.orders")
        return "\(before?.definition.prefix(8) ?? "") then, \(after?.definition.prefix(8) ?? "") now"
    }

    @Test func `why not lists what holds`() throws {
        let document = try changed()
        let ingest = try #require(document.task(named: "ingest.orders"))
        let text = document.whyNot(ingest, PlannedFixture.view(.max))
        #expect(text.hasPrefix("ingest.orders does not run: all of this holds\n"))
        #expect(text.contains("'include/orders.csv' is as it was: path, size and time of change"))
        #expect(text.hasSuffix("'esteira run --force --select ingest.orders' runs it all the same\n"))
    }

    @Test func `a task is found by id, by name and by title, and not where several have it`() throws {
        let document = try changed()
        #expect(document.task(named: "dwh.revenue")?.id == "load.revenue")
        #expect(document.task(named: "products")?.id == "ingest.products")
        #expect(document.task(named: "orders") == nil)
    }

    @Test func `the estimate lets four run at a time`() throws {
        let document = try changed(durations: [
            "transform.orders": [900, 1000, 5000], "check.orders": [200], "transform.revenue": [300],
            "load.orders": [100],
            "load.revenue": [400],
        ])
        #expect(document.estimates?.milliseconds.value == 1000 + 200 + 300 + 400)
        #expect(document.estimates?.bytes == .estimate(5 * 2048, by: "bytes of the last run"))
        #expect(try changed(durations: ["transform.orders": [1]]).estimates == nil)
    }

    @Test func `memory, spill and network are those of earlier runs`() throws {
        let durations = ["transform.orders", "check.orders", "transform.revenue", "load.orders", "load.revenue"]
            .reduce(into: [String: [Int]]()) { $0[$1] = [100] }
        let mebibyte = 1 << 20
        let usages = [300, 100, 200].map { EarlierUsage(memory: $0 * mebibyte, spill: $0 == 300 ? mebibyte : 0) }
        let document = try changed(durations: durations, usages: usages, sent: 4 * mebibyte)
        let words = "median of the last 3 runs"
        #expect(document.estimates?.memory == .estimate(200 * mebibyte, by: words))
        #expect(document.estimates?.spill == .estimate(0, by: words))
        #expect(document.estimates?.network == .estimate(8 * mebibyte, by: "bytes of the last run"))
        let line = document.text(PlannedFixture.view(.max)).split(separator: "\n").first { $0.hasPrefix("Estimate") }
        #expect(
            line
                == "Estimate   ≈ 0.4 s   written ≈ 10.0 KiB   memory ≈ 200 MiB, engine 60%   nothing spilled   network ≈ 8.0 MiB"
        )
        #expect(
            document.task(named: "load.orders")?.resources?.network
                == .estimate(4 * mebibyte, by: "bytes of the last run"))
        #expect(document.task(named: "ingest.orders")?.resources == nil)
    }

    @Test(arguments: [80, 120, .max])
    func `fifty tasks fit sixty lines`(width: Int) throws {
        let document = PlannedFixture.document(try WideProject.plan(tasks: 51).plan())
        let lines = document.text(PlannedFixture.view(width)).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(document.tasks.count == 51)
        #expect(lines.count <= 61, "\(lines.joined(separator: "\n"))")
        #expect(lines.filter { $0.count > width } == [])
        var whole = PlannedFixture.view(width)
        whole.showsAll = true
        for task in document.tasks { #expect(document.text(whole).contains(" \(task.id)")) }
    }

    @Test func `what is up to date is folded, and that is said`() throws {
        let text = try changed().text(PlannedFixture.view(120))
        #expect(text.contains("\n  = 2 unchanged, --all\n"))
        #expect(!text.contains("ingest.products"))
    }

    @Test func `ASCII is ASCII`() throws {
        var view = PlannedFixture.view(100)
        view.style.isASCII = true
        let document = try changed()
        let texts = [
            document.text(view), document.graph(.text, view), document.summaryText(view), document.markdown(view),
        ]
        for text in texts { #expect(text.filter { !$0.isASCII } == "") }
    }

    @Test func `a comment keeps to sixty thousand characters and closes what it opens`() throws {
        let document = PlannedFixture.document(try WideProject.plan(tasks: 1500).plan())
        let text = document.markdown(PlannedFixture.view(120))
        #expect(text.count <= 60_000)
        #expect(text.contains("more lines are left out"))
        #expect(text.components(separatedBy: "<details").count == text.components(separatedBy: "</details>").count)
    }

    @Test func `colour changes nothing else`() throws {
        var coloured = PlannedFixture.view(120)
        coloured.style.isColoured = true
        let document = try changed()
        let text = document.text(coloured)
        #expect(text.contains("\u{1B}["))
        #expect(text.replacing(/\u{1B}\[[0-9;]*m/, with: "") == document.text(PlannedFixture.view(120)))
    }
}
