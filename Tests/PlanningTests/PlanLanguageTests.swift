import Foundation
import Kinds
import Planning
import Portuguese
import Reporting
import TestSupport
import Testing

/// The text of plans in another language than English; what programs read stays as it is.
struct PlanLanguageTests {
    /// Every phrase that has a translation, with its letters made `ø`: what can be read then is a name, or lacks its
    /// translation.
    private static let masked = Language(
        "xx",
        templates: Dictionary(
            uniqueKeysWithValues: portuguese.translatedTemplates.map { template in
                (template, template.replacing(#/\{\d+\}|\p{L}/#) { $0.output.count == 1 ? "ø" : String($0.output) })
            }), rules: [:])

    private func view(_ language: Language, width: Int = 120) -> PlanView {
        var view = PlannedFixture.view(width)
        view.language = language
        return view
    }

    // MARK: Plans that say all there is to say

    private static let input = FileFact(path: "include/orders.csv", bytes: 100, modified: 1)

    private static func shop(_ old: String = "", _ new: String = "") throws -> PlannedFixture {
        var files = try FixtureProject("shop").files
        let path = "pipelines/daily.yaml"
        let text = String(decoding: try #require(files[path]).utf8, as: UTF8.self)
        files[path] = SourceText(path: path, text: old.isEmpty ? text : text.replacing(old, with: new))
        return try PlannedFixture(Array(files.values), pipeline: "daily")
    }

    private static func changed() throws -> PlanDocument {
        let probe = PlanProbe(files: { $0 == input.path ? [input] : [] }, isPublished: { _ in true })
        let before = try shop().plan(probe)
        var again = probe
        again.ledger = PlannedFixture.ledger(of: before)
        for task in before.tasks {
            again.durations[task.id] = [900, 1000]
            again.ledger[task.id]?.outline = task.outline
            if task.group == .load { again.ledger[task.id]?.sent = 5_000_000 }
        }
        again.usages = [EarlierUsage(memory: 300_000_000, spill: 0)]
        var document = PlannedFixture.document(try shop("quantity > 0", "quantity > 1").plan(again))
        document.intervals = PlanDocument.Stretch.State.allCases.enumerated().map { day, state in
            .init(first: "2026-01-0\(day + 1)", last: "2026-01-0\(day + 1)", count: 1, state: state)
        }
        for task in document.tasks.indices where document.tasks[task].id == "transform.orders" {
            document.tasks[task].resources = .init(pools: ["disk": 2, "memory": 2 << 30], network: nil)
        }
        return document
    }

    private static func held(_ old: String = "", _ new: String = "") throws -> PlanDocument {
        let fixture = try shop(old, new)
        var found = fixture.readFindings
        let inputs = PlanInputs(contact: .probe, files: fixture.files, now: FixtureProject.clock.now)
        let plan = makePlan(
            for: fixture.pipeline, of: fixture.project, probe: PlanProbe(), inputs: inputs, found: &found)
        return PlannedFixture.document(try #require(plan))
    }

    /// With what only real systems tell.
    private static func asked() throws -> PlanDocument {
        var document = PlannedFixture.document(try shop().plan())
        document.impacts = [.sample("orders"), .sample("revenue")]
        document.enginePlans = [
            .init(
                task: "transform.orders",
                operators: [
                    .init(
                        depth: 0, name: "FILTER", detail: "(quantity > 0)",
                        rows: .estimate(7, by: "the engine's estimate"))
                ])
        ]
        document.simulation = .sample
        return document
    }

    private static func spilling() throws -> PlanDocument {
        var document = try changed()
        document.estimates?.spill = .estimate(1 << 30, by: "the last run")
        return document
    }

    /// With tables that are there, of which some partitions come.
    private static func replacing() throws -> PlanDocument {
        var document = PlannedFixture.document(
            try shop("key: order_id}", "key: order_id, mode: partition, partition: status}").plan())
        var impact = PlanDocument.Impact.sample("orders")
        (impact.updated, impact.deleted) = (.exact(0), .unknown(after: "load.orders"))
        document.impacts = [impact]
        return document
    }

    private static func documents() throws -> [PlanDocument] {
        let golden = try GoldenPlanTests.plans.map { project, pipeline in
            PlannedFixture.document(try PlannedFixture(GoldenPlanTests.files(of: project), pipeline: pipeline).plan())
        }
        return golden + [
            try changed(), try spilling(), try held(),
            try held("schema: orders", "schema: orders\n    if_missing: skip"),
            try held("schema: orders", "schema: orders\n    retries: 3"), try asked(),
            try held("schema: orders", "schema: orders\n    when: params.date < date '2000-01-01'"),
            try held("schema: orders", "schema: orders\n    wait: {timeout: 2h}"),
            try held("schema: products", "schema: products\n    each_file: {parallel: 2}"), try replacing(),
        ]
    }

    /// Every text for people of a plan, without SQL.
    private func texts(_ document: PlanDocument, _ language: Language) -> [String] {
        var document = document
        for effect in document.effects.indices {
            for change in document.effects[effect].objects.indices { document.effects[effect].objects[change].sql = "" }
        }
        let view = view(language)
        var whole = view
        whole.showsAll = true
        return [
            document.text(view), document.text(whole), document.summaryText(view), document.markdown(view),
            document.graph(.text, view),
        ] + document.tasks.flatMap { [document.taskText($0, view), document.why($0, view), document.whyNot($0, view)] }
    }

    // MARK: Tests

    @Test func `no phrase of a plan's text lacks its translation`() throws {
        for document in try Self.documents() {
            let names = Self.names.union(projectWords(document))
            for text in texts(document, Self.masked) {
                let left = words(text).subtracting(names)
                #expect(left == [], "\(text)")
            }
        }
    }

    @Test func `a plan is told in Portuguese`() throws {
        let folder = FixtureProject.folder.appending(path: "portuguese")
        let changed = try Self.changed()
        try expectGolden(changed.text(view(portuguese)), at: folder.appending(path: "plan.txt"))
        try expectGolden(
            changed.taskText(try #require(changed.task(named: "transform.orders")), view(portuguese)),
            at: folder.appending(path: "task.txt"))
        try expectGolden(Self.asked().text(view(portuguese)), at: folder.appending(path: "asked.txt"))
        try expectGolden(Self.held().text(view(portuguese)), at: folder.appending(path: "blocked.txt"))
        var ascii = view(portuguese)
        ascii.style.isASCII = true
        #expect(try Self.asked().text(ascii).filter { !$0.isASCII } == "")
    }

    @Test func `a plan that was saved is told as one just made`() throws {
        for document in try Self.documents() {
            let read = try PlanDocument(json: document.json().utf8)
            #expect(texts(read, portuguese) == texts(document, portuguese))
        }
    }

    @Test func `what differs between plans, and why one is refused, is told too`() throws {
        let (was, now) = (try PlannedFixture.document(Self.shop().plan()), try Self.changed())
        let told = PlanDiff(from: was, to: now).text(view(portuguese))
        #expect(told.contains("por quê: nunca concluída → sua definição mudou"), "\(told)")
        let phrases = PhraseBook(portuguese)
        for (english, translated) in [
            "task 'load.x': its definition changed, in the plan: never completed":
                "a tarefa 'load.x': sua definição mudou, no plano: nunca concluída",
            "input 'a.csv' has 4 bytes, in the plan 3": "a entrada 'a.csv' tem 4 bytes, no plano 3",
            "duckdb dwh.orders: all rows replaced, and the plan left it alone":
                "duckdb dwh.orders: todas as linhas trocadas, e o plano não tocava nele",
        ] { #expect(phrases.text(english) == translated) }
    }

    // MARK: Words

    /// What is the same in every language: marks, kinds, modes, types, and names of things in files.
    private static let names: Set<String> = [
        "ingest", "transform", "check", "load", "generate", "lake", "file", "duckdb", "postgres", "csv", "parquet",
        "rebuild", "blocking",
        "warning", "replace", "merge", "append", "partition", "reuse", "esteira", "plan", "details", "summary", "open",
        "null", "not", "cli", "error",
        "warn", "hint", "look", "wait", "text", "sql", "warehouse", "snappy", "zstd", "table",
        "zone", "dataset", "year", "month", "day", "KiB", "MiB", "GiB", "disk", "memory",
        "filter", "inner", "left", "params", "min",
    ]

    private func words(_ text: String) -> Set<String> {
        // Columns of each history.
        let text = text.replacing(#/valid_(from|to)/#, with: "")
        // What has digits in it is a digest or a type, and capitals are SQL.
        return Set(
            text.matches(of: #/[A-Za-z0-9]{3,}/#).map { String($0.output) }.filter {
                $0.allSatisfy(\.isLetter) && $0 != $0.uppercased()
            })
    }

    private func projectWords(_ document: PlanDocument) -> Set<String> {
        var names: [String] = [document.pipeline, document.project, document.profile]
        for task in document.tasks {
            names += [task.id, task.title]
            names += task.writes
            names += task.reads
            for column in task.columns { names += [column.name, column.type] }
            // A run is named by a time and some letters.
            if let run = task.lastRun { names += run.split(separator: "-").map(String.init) }
        }
        names += document.inputs.files.map(\.path)
        for param in document.inputs.params { names += [param.name, param.value] }
        if let zone = document.interval?.timezone { names.append(zone) }
        if let zone = document.schedule?.timezone { names.append(zone) }
        return words(names.joined(separator: " "))
    }
}

extension PlanDocument.Impact {
    fileprivate static func sample(_ name: String) -> PlanDocument.Impact {
        PlanDocument.Impact(
            task: "load.\(name)", table: "dwh.\(name)", connection: "warehouse",
            existing: .estimate(10, by: "the server's statistics"),
            inserted: .unknown(after: "load.\(name)"), updated: .unknown(after: "load.\(name)"), deleted: .exact(0),
            dependents: [
                .init(kind: .view, name: "dwh.v", fate: PlanDocument.Dependent.stale),
                .init(kind: .foreignKey, name: "dwh.f", fate: PlanDocument.Dependent.cleared(to: "their default")),
            ],
            locks: [
                .init(
                    statement: "TRUNCATE TABLE dwh.\(name)", mode: "ACCESS EXCLUSIVE",
                    words: "who reads or writes waits until the commit")
            ])
    }
}

extension Simulation {
    fileprivate static var sample: Simulation {
        var source = Task(id: "ingest.orders", outcome: .done)
        (source.drawnFrom, source.rowsIn, source.rowsOut) = ("schema 'orders'", 1000, 990)
        source.rejects = [Reject(reason: "quantity", rows: 10)]
        var joined = Task(id: "transform.revenue", outcome: .done)
        (joined.rowsIn, joined.rowsOut, joined.filtered, joined.deduplicated) = (990, 995, 3, 2)
        joined.joins = [
            Join(with: "products", kind: "inner", rowsLeft: 990, rowsRight: 9, matched: 980, rowsOut: 995),
            Join(with: "orders", kind: "left", rowsLeft: 0, rowsRight: 0, matched: 0, rowsOut: 0),
        ]
        var stopped = Task(id: "check.orders", outcome: .blocked)
        stopped.expectations = 3
        return Simulation(
            rows: 1000,
            tasks: [
                source, joined, stopped, Task(id: "load.orders", outcome: .unreached, problem: "needs 'check.orders'"),
            ])
    }
}
