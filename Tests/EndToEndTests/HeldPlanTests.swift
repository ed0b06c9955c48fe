import Foundation
import TestSupport
import Testing

/// What plans say cannot be done yet, what a saved plan holds to, and what they say in Portuguese.
@Suite struct HeldPlanTests {
    private func saved(_ shop: Shop) async throws {
        try await shop.place.esteira(
            ["plan", "ecommerce_etl", "--profile", "embedded", "--param", "date=\(day)", "-o", "plan.json"], ends: 0)
    }

    @Test func `missing files and variables block tasks, and the plan is printed all the same`() async throws {
        let place = try Place.shop()
        try place.edit("esteira.yaml", "env.DATABASE_URL", "env.SHOP_DATABASE")
        let arguments = ["plan", "ecommerce_etl", "--param", "date=\(day)", "--width", "unbounded"]
        let empty = try await place.esteira(arguments, ends: 0).output
        #expect(
            empty.contains("waits for 'include/\(day)/users.csv', tried 2 times within 5.0 s, then fails"), "\(empty)")
        try place.edit("esteira.yaml", "attempts: 2", "attempts: 1")
        let once = try await place.esteira(arguments, ends: 0).output
        #expect(once.contains("blocked: no file matches 'include/\(day)/users.csv'"), "\(once)")
        try await place.esteira(["run", "ecommerce_generator"] + small, ends: 0)
        let run = try await place.esteira(arguments + ["--all"], ends: 0).output
        #expect(
            run.contains("blocked: connection 'warehouse': environment variable 'SHOP_DATABASE' is not set"), "\(run)")
        #expect(run.contains("error EST8003"), "\(run)")
        #expect(run.contains("5 blocked"), "\(run)")
        try await place.esteira(arguments + ["--detailed-exitcode"], ends: 1)
        // Other mistakes still make a plan meaningless.
        try place.edit("pipelines/ecommerce_etl.yaml", "from: raw.users", "from: raw.user")
        try await place.esteira(arguments, ends: 2)
    }

    @Test func `a table that cannot take its rows blocks its load alone, and lint's errors are told`() async throws {
        let shop = try await Shop()
        try await shop.etl()
        let pipeline = "pipelines/ecommerce_etl.yaml"
        try shop.place.edit(pipeline, "orders: count()", "orders: count()\n            average: avg(total_price)")
        try shop.place.edit(
            "esteira.yaml", "project: ecommerce",
            "project: ecommerce\nlint: {policies: {XNOTE1: {for: sink, require: table <> 'dwh.users', severity: error, message: No users.}}}"
        )
        let arguments = [
            "plan", "ecommerce_etl", "--profile", "embedded", "--param", "date=\(day)", "--width", "unbounded",
        ]
        let run = try await shop.place.esteira(arguments, ends: 0).output
        #expect(run.contains("blocked: the table cannot take the rows"), "\(run)")
        #expect(
            run.contains(
                #"error EST6018  'dwh.daily_revenue' cannot take the rows: column 'average' of the schema is missing in "dwh"."daily_revenue""#
            ),
            "\(run)")
        #expect(run.contains("error XNOTE1"), "\(run)")
        #expect(!run.contains("was not reached"), "\(run)")
        try await shop.place.esteira(arguments + ["--detailed-exitcode"], ends: 1)
    }

    @Test func `a saved plan that somebody changed is not run, and a wrong value is not an unknown parameter`()
        async throws
    {
        let shop = try await Shop()
        try await saved(shop)
        let text = try shop.place.folder.read("plan.json")
        try shop.place.folder.write(text.replacing("dwh.orders", with: "dwh.orderz"), to: "plan.json")
        let refused = try await shop.place.esteira(["run", "--plan", "plan.json", "--yes"], ends: 4).report
        #expect(
            refused.contains("EST7025 plan-unreadable   'plan.json' was changed after 'esteira plan -o' wrote it"),
            "\(refused)")
        let wrong = try await shop.place.esteira(
            ["plan", "ecommerce_etl", "--profile", "embedded", "-p", "date=2026-02-30"], ends: 2
        ).report
        #expect(wrong.contains("parameter 'date' is '2026-02-30', which is not a date such as 2026-01-31"), "\(wrong)")
    }

    @Test func `an input with other bytes refuses a saved plan, another time alone does not`() async throws {
        let shop = try await Shop()
        try await saved(shop)
        try shop.touch("orders")
        let file = "include/\(day)/users.csv"
        let text = try shop.place.folder.read(file)
        try shop.place.folder.write(text.replacing(".com", with: ".org"), to: file)
        let refused = try await shop.place.esteira(["run", "--plan", "plan.json", "--yes"], ends: 4).report
        #expect(
            refused.contains("EST7034 plan-data-changed   input '\(file)' has changed since the plan"), "\(refused)")
        #expect(!refused.contains("orders.csv"), "\(refused)")
        let told = try await shop.place.esteira(["run", "--plan", "plan.json", "--yes", "--lang", "pt-BR"], ends: 4)
            .report
        #expect(told.contains("EST7034 plan-data-changed   a entrada '\(file)' mudou desde o plano"), "\(told)")
        #expect(told.hasPrefix("erro: o plano "), "\(told)")
        try shop.place.folder.write(text, to: file)
        try await shop.place.esteira(["run", "--plan", "plan.json", "--yes"], ends: 0)
    }

    @Test func `a probe explains transforms whose inputs are there`() async throws {
        let shop = try await Shop()
        try await shop.etl()
        try shop.place.edit("pipelines/ecommerce_etl.yaml", "price > 0 and stock >= 0", "price > 1 and stock >= 0")
        let arguments = [
            "plan", "ecommerce_etl", "--profile", "embedded", "--param", "date=\(day)", "--probe", "--all",
        ]
        let run = try await shop.place.esteira(arguments + ["--width", "unbounded"], ends: 0).output
        #expect(run.contains("Engine plans   explained and not executed"), "\(run)")
        #expect(run.contains("READ_PARQUET") && run.contains("raw/products"), "\(run)")
        let task = try await shop.place.esteira(arguments + ["--task", "transform.products"], ends: 0).output
        #expect(task.contains("READ_PARQUET"), "\(task)")
        #expect(task.contains("  ~ filter\n"), "\(task)")
    }

    @Test func `a plan is told in Portuguese, and its JSON in English`() async throws {
        let shop = try await Shop()
        let arguments = ["plan", "ecommerce_etl", "--profile", "embedded", "--param", "date=\(day)"]
        let told = try await shop.place.esteira(arguments + ["--lang", "pt-BR"], ends: 0).output
        #expect(told.contains("nunca concluída") && told.contains("\nEfeitos\n"), "\(told)")
        let json = try await shop.place.esteira(arguments + ["--format", "json", "--lang", "pt-BR"], ends: 0).output
        #expect(json == (try await shop.place.esteira(arguments + ["--format", "json"], ends: 0).output))
        try await saved(shop)
        let shown = try await shop.place.esteira(["plan", "show", "plan.json", "--lang", "pt-BR"], ends: 0).output
        #expect(shown.contains("nunca concluída"), "\(shown)")
    }
}
