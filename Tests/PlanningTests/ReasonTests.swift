import Configuration
import Foundation
import Kinds
import Planning
import Reporting
import TestSupport
import Testing

/// Why tasks of the shop run, by what earlier runs left.
struct ReasonTests {
    private let input = FileFact(path: "include/orders.csv", bytes: 100, modified: 1)

    private func shop(_ edit: (String, String, String)? = nil) throws -> PlannedFixture {
        var files = try FixtureProject("shop").files
        if let (path, old, new) = edit {
            let text = try #require(files[path]).utf8
            files[path] = SourceText(path: path, text: String(decoding: text, as: UTF8.self).replacing(old, with: new))
        }
        return try PlannedFixture(Array(files.values), pipeline: "daily")
    }

    private func probe(
        _ facts: [FileFact]? = nil, ledger: [String: CompletedTask] = [:], lost: String? = nil
    ) -> PlanProbe {
        let facts = facts ?? [input]
        return PlanProbe(
            files: { path in facts.filter { $0.path == path } }, ledger: ledger, isPublished: { $0 != lost })
    }

    private func reasons(_ plan: Plan) -> [String] {
        plan.tasks.map { "\($0.id): \((plan.reasons[$0.id] ?? .new).words)" }
    }

    private func completed() throws -> [String: CompletedTask] { PlannedFixture.ledger(of: try shop().plan(probe())) }

    @Test func `everything is new without a ledger`() throws {
        let plan = try shop().plan(probe())
        #expect(Set(plan.reasons.values) == [.new])
        #expect(plan.tasks.map(\.rowsOut) == plan.tasks.map { _ in .unknown })
        let summary = PlannedFixture.document(plan).summary
        #expect(summary.line == "Plan: 7 to run, 0 up to date; 2 destructive, 2 irreversible")
    }

    @Test func `nothing runs when all is as it was`() throws {
        let plan = try shop().plan(probe(ledger: completed()))
        #expect(Set(plan.reasons.values) == [.upToDate])
        #expect(plan.tasks.map(\.rowsOut) == plan.tasks.map { _ in .exact(10) })
        let summary = PlannedFixture.document(plan).summary
        #expect(summary.empty)
        #expect(summary.line == "Plan: 0 to run, 7 up to date")
    }

    @Test func `a changed step runs its transform and what follows`() throws {
        let changed = try shop(("pipelines/daily.yaml", "quantity > 0", "quantity > 1"))
        #expect(
            try reasons(changed.plan(probe(ledger: completed()))) == [
                "ingest.orders: up to date",
                "ingest.products: up to date",
                "transform.orders: its definition changed",
                "check.orders: input changed: transform.orders",
                "transform.revenue: input changed: check.orders",
                "load.orders: input changed: check.orders",
                "load.revenue: input changed: transform.revenue",
            ])
    }

    @Test func `spaces and comments change nothing`() throws {
        let changed = try shop(("pipelines/daily.yaml", "quantity > 0", "quantity    >  0   # pieces"))
        #expect(Set(try changed.plan(probe(ledger: completed())).reasons.values) == [.upToDate])
    }

    @Test func `a changed file is named`() throws {
        let touched = FileFact(path: input.path, bytes: 100, modified: 2)
        let plan = try shop().plan(probe([touched], ledger: completed()))
        #expect(plan.reasons["ingest.orders"] == .input("include/orders.csv"))
        #expect(plan.reasons["ingest.products"] == .upToDate)
        #expect(plan.reasons["transform.orders"] == .input("ingest.orders"))
    }

    @Test func `a lost output is made again, and what follows it too`() throws {
        let path = "processed/orders/year=2026/month=01/day=31/orders.parquet"
        let plan = try shop().plan(probe(ledger: completed(), lost: path))
        #expect(plan.reasons["ingest.orders"] == .upToDate)
        #expect(plan.reasons["transform.orders"] == .missing)
        #expect(plan.reasons["check.orders"] == .missing)
    }

    @Test func `a parameter that a path holds changes the definition`() throws {
        let dated = ("pipelines/daily.yaml", "include/orders.csv", "include/${params.date}.csv")
        let plan = try shop(dated).plan(probe(ledger: completed()))
        #expect(plan.reasons["ingest.orders"] == .definition)
    }
}
