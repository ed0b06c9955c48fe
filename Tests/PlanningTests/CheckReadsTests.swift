import Kinds
import Planning
import Reporting
import Testing

/// Checks that look values up in other datasets.
struct CheckReadsTests {
    private let files = ["orders", "products"].map { FileFact(path: "include/\($0).csv", bytes: 100, modified: 1) }

    /// The shop, whose orders must be of products that there are.
    private func shop(_ edits: (path: String, old: String, new: String)...) throws -> PlannedFixture {
        var sources = try FixtureProject("shop").files
        let reference = (
            "expectations/orders.yaml", "  - unique: order_id\n",
            "  - unique: order_id\n  - references: {column: product_id, to: raw.products}\n"
        )
        sources["expectations/products.yaml"] = SourceText(
            path: "expectations/products.yaml", text: "suite: products\nexpectations: [{not_null: name}]\n")
        for (path, old, new) in [reference] + edits {
            let text = String(decoding: try #require(sources[path]).utf8, as: UTF8.self)
            try #require(text.contains(old))
            sources[path] = SourceText(path: path, text: text.replacing(old, with: new))
        }
        return try PlannedFixture(Array(sources.values), pipeline: "daily")
    }

    private func probe(_ facts: [FileFact], ledger: [String: CompletedTask] = [:]) -> PlanProbe {
        PlanProbe(files: { path in facts.filter { $0.path == path } }, ledger: ledger, isPublished: { _ in true })
    }

    @Test func `a check waits for what publishes the other dataset`() throws {
        let check = try #require(try shop().plan()["check.orders"])
        #expect(check.dependsOn == ["transform.orders", "ingest.products"])
        guard case .check(let work) = check.work else { return }
        #expect(
            work.others.mapValues(\.path) == ["raw.products": "raw/products/year=2026/month=01/day=31/products.parquet"]
        )
        let checked = try shop(
            (
                "pipelines/daily.yaml", "  processed.orders: orders\n",
                "  processed.orders: orders\n  raw.products: products\n"
            ))
        #expect(try checked.plan()["check.orders"]?.dependsOn == ["transform.orders", "check.raw.products"])
    }

    @Test func `a change of the other dataset runs the check, and nothing before it`() throws {
        let ledger = PlannedFixture.ledger(of: try shop().plan(probe(files)))
        let changed = [files[0], FileFact(path: files[1].path, bytes: 101, modified: 2)]
        let plan = try shop().plan(probe(changed, ledger: ledger))
        #expect(
            plan.tasks.map { "\($0.id): \((plan.reasons[$0.id] ?? .new).words)" } == [
                "ingest.orders: up to date", "ingest.products: input changed: include/products.csv",
                "transform.orders: up to date", "check.orders: input changed: ingest.products",
                "transform.revenue: input changed: check.orders", "load.orders: input changed: check.orders",
                "load.revenue: input changed: transform.revenue",
            ])
        // The rows that are checked are those of the orders alone.
        #expect(plan["check.orders"]?.rowsIn == .exact(10))
    }

    @Test func `a task comes after those it depends on, wherever the other dataset is declared`() throws {
        let plan = try shop(
            (
                "pipelines/daily.yaml", "  revenue:\n    from: orders",
                "  listed:\n    from: raw.products\n\n  revenue:\n    from: orders"
            ),
            ("expectations/orders.yaml", "to: raw.products", "to: processed.listed")
        ).plan()
        #expect(
            plan.tasks.map(\.id) == [
                "ingest.orders", "ingest.products", "transform.orders", "transform.listed", "check.orders",
                "transform.revenue", "load.orders", "load.revenue",
            ])
    }

    @Test func `a dataset that is looked up in itself waits for nothing more`() throws {
        let plan = try shop(("expectations/orders.yaml", "to: raw.products", "to: processed.orders.status")).plan()
        #expect(plan["check.orders"]?.dependsOn == ["transform.orders"])
    }

    @Test func `a plan shows the statement with the files it reads`() throws {
        let plan = try shop().plan()
        let told = try #require(PlannedFixture.document(plan, keepsStatements: true).task(named: "check.orders"))
        #expect(
            told.reads == [
                "processed/orders/year=2026/month=01/day=31/orders.parquet",
                "raw/products/year=2026/month=01/day=31/products.parquet",
            ])
        #expect(
            told.statements?.first?.contains(
                """
                "product_id" IN (SELECT DISTINCT "referenced"."product_id" FROM read_parquet(\
                ['raw/products/year=2026/month=01/day=31/products.parquet'], hive_partitioning = false) AS referenced)
                """) == true)
    }
}
