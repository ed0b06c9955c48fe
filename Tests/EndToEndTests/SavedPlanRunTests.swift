import Foundation
import TestSupport
import Testing

/// Plans that are kept, compared, and run as they are or not at all.
@Suite struct SavedPlanRunTests {
    private func saved(_ shop: Shop, _ file: String = "plan.json", _ more: String...) async throws {
        let arguments = ["plan", "ecommerce_etl", "--profile", "embedded", "--param", "date=\(day)", "-o", file]
        try await shop.place.esteira(arguments + more, ends: 0)
    }

    @Test func `a saved plan is shown, run, and then no longer fits`() async throws {
        let shop = try await Shop()
        try await saved(shop)
        let shown = try await shop.place.esteira(["plan", "show", "plan.json"], ends: 0)
        #expect(shown.output.contains("dwh.orders"))
        try await shop.place.esteira(["run", "--plan", "plan.json", "--yes"], ends: 0)
        #expect(try shop.tables()["orders"]?.isEmpty == false)
        let again = try await shop.place.esteira(["run", "--plan", "plan.json", "--yes"], ends: 4)
        #expect(again.report.contains("EST7027 plan-ledger-moved"))
        // The tables were new in the plan; now there are rows to destroy.
        let wider = try await shop.place.esteira(["run", "--plan", "plan.json", "--allow-drift", "--yes"], ends: 4)
        #expect(wider.report.contains("EST7031 plan-wider   duckdb dwh.orders: destructive now"))
    }

    @Test func `another file refuses the plan and is named`() async throws {
        let shop = try await Shop()
        try await saved(shop)
        try shop.place.edit(
            "pipelines/ecommerce_etl.yaml", "pipeline: ecommerce_etl", "pipeline: ecommerce_etl  # the shop")
        let refused = try await shop.place.esteira(["run", "--plan", "plan.json"], ends: 4)
        #expect(
            refused.report.contains(
                "EST7026 plan-configuration-changed   'pipelines/ecommerce_etl.yaml' has changed since the plan"))
        #expect(try !shop.place.folder.files().contains("warehouse.duckdb"))
        try await shop.place.esteira(["run", "--plan", "plan.json", "--allow-drift"], ends: 0)
        #expect(try shop.tables()["orders"]?.isEmpty == false)
    }

    @Test func `a plan made offline, of another version, or no plan at all is refused`() async throws {
        let shop = try await Shop()
        try await saved(shop, "offline.json", "--offline")
        let offline = try await shop.place.esteira(["run", "--plan", "offline.json"], ends: 4)
        #expect(offline.report.contains("EST7033 plan-not-runnable"))
        let text = try shop.place.folder.read("offline.json")
        try shop.place.folder.write(
            text.replacing("\"plan_version\" : \"1.", with: "\"plan_version\" : \"9."), to: "other.json")
        for file in ["other.json", "esteira.yaml"] {
            let refused = try await shop.place.esteira(["run", "--plan", file], ends: 4)
            #expect(refused.report.contains("EST7025 plan-unreadable"), "\(refused)")
        }
    }

    @Test func `rows are destroyed only when that is confirmed`() async throws {
        let shop = try await Shop()
        try await shop.etl()
        try shop.touch("orders")
        try await saved(shop)
        let refused = try await shop.place.esteira(["run", "--plan", "plan.json"], ends: 4)
        let hasDestruction = refused.report.contains("EST7032 plan-unconfirmed")
        #expect(hasDestruction, "\(refused)")
        try await shop.place.esteira(["run", "--plan", "plan.json", "--confirm", "00000000"], ends: 4)
        try await shop.place.esteira(["run", "--plan", "plan.json", "--yes"], ends: 0)
    }

    @Test func `a saved plan does not hold the secrets of its connections`() async throws {
        let shop = try await Shop()
        let url = ["DATABASE_URL": "postgresql://shop:hunter2-secret@127.0.0.1:1/shop"]
        let arguments = ["plan", "ecommerce_etl", "--profile", "local", "--param", "date=\(day)", "-o", "plan.json"]
        #expect(try await shop.place.esteira(arguments, environment: url).code == 0)
        #expect(try !shop.place.folder.read("plan.json").contains("hunter2"))
    }

    @Test func `two plans are compared without their projects`() async throws {
        let shop = try await Shop()
        try await saved(shop, "a.json")
        try shop.touch("orders")
        try await shop.etl()
        try await saved(shop, "b.json")
        let elsewhere = try Place()
        for name in ["a.json", "b.json"] { try elsewhere.folder.write(try shop.place.folder.read(name), to: name) }
        let same = try await elsewhere.esteira(["plan", "diff", "a.json", "a.json", "--detailed-exitcode"], ends: 0)
        #expect(same.output.hasPrefix("The plans do the same."))
        let differs = try await elsewhere.esteira(
            ["plan", "diff", "a.json", "b.json", "--detailed-exitcode"], ends: 10)
        #expect(differs.output.contains("load.orders"))
    }

    @Test func `a revision of the repository is compared, also from a folder inside it`() async throws {
        let shop = try Place.shop()
        let pipeline = "data/pipelines/ecommerce_etl.yaml"
        func git(_ arguments: String...) async throws {
            let name = ["-c", "user.name=t", "-c", "user.email=t@t"]
            let done = try await start(
                URL(filePath: "/usr/bin/git"), ["-C", shop.folder.path] + name + arguments, in: shop.folder.url,
                environment: ProcessInfo.processInfo.environment)
            #expect(done.code == 0, "\(done)")
        }
        // The project lies in a folder of the repository.
        try FileManager.default.createDirectory(
            at: shop.folder.url.appending(path: "data"), withIntermediateDirectories: true)
        for name in ["esteira.yaml", "pipelines", "schemas", "expectations"] {
            try FileManager.default.moveItem(
                at: shop.folder.url.appending(path: name), to: shop.folder.url.appending(path: "data/\(name)"))
        }
        try await git("init", "-q")
        try await git("add", "-A")
        try await git("commit", "-q", "-m", "shop")
        let look = ["plan", "ecommerce_etl", "--project", "data", "--offline", "--base", "HEAD"]
        let same = try await shop.esteira(look, ends: 0)
        #expect(same.output.contains("Changed against HEAD\n  "))
        #expect(!same.output.contains("BREAKING"))
        try shop.edit(pipeline, "price > 0 and stock >= 0", "price > 1 and stock >= 0")
        let changed = try await shop.esteira(look, ends: 0)
        #expect(changed.output.contains("filter changed: price > 0 → price > 1"), "\(changed)")
        #expect(changed.output.contains("→ table dwh.products (") || changed.output.contains("table dwh.products ("))
        let unknown = try await shop.esteira(
            ["plan", "ecommerce_etl", "--project", "data", "--offline", "--base", "nowhere"], ends: 2)
        #expect(unknown.report.contains("git knows no revision 'nowhere'"))
    }
}
