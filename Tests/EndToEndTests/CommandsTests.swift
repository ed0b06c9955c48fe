import Foundation
import TestSupport
import Testing

/// Every command, as the first hour with the program goes.
@Suite struct CommandsTests {
    @Test func `A new project runs at once and every command looks at it`() async throws {
        let place = try Place()
        let made = try await place.esteira(["init"], ends: 0)
        #expect(made.output.hasSuffix("Next:  esteira run\n"))
        #expect(try await place.esteira(["lint"], ends: 0).report.hasPrefix("Checked 4 files: no findings."))
        #expect(try await place.esteira(["plan"], ends: 0).output.contains("Plan: "))
        #expect(try await place.esteira(["runs"], ends: 0).output == "no runs yet\n")
        let run = try await place.esteira(["run"], ends: 0)
        let load = printedTable(run.output, from: "task")["load.sales_by_city"]
        #expect(load?["rows out"] == "2", "\(run)")
        #expect(try await place.esteira(["runs"], ends: 0).output.contains("sales"))
        #expect(try await place.esteira(["runs", "last"], ends: 0).output.contains("load.sales_by_city"))
        let shown = try await place.esteira(["show", "sales_by_city"], ends: 0).output
        #expect(shown.contains("Recife") && shown.contains("200.50"), "\(shown)")
        let valid = try await place.esteira(["validate"], ends: 0).output
        #expect(valid.contains("2 of 2 expectations met"), "\(valid)")
        #expect(try await place.esteira(["doctor"], ends: 0).output.contains("duckdb"))
        try await place.esteira(["init"], ends: 2)
    }

    @Test func `A rule is explained by its code`() async throws {
        let place = try Place()
        let told = try await place.esteira(["explain", "EST1001"], ends: 0).output
        #expect(told.contains("EST1001") && told.contains("unknown-key"))
        #expect(try await place.esteira(["explain"], ends: 0).output.contains("EST1001"))
    }

    @Test func `Validation of what is published finds what was broken since`() async throws {
        let shop = try await Shop()
        try await shop.etl()
        let validate = ["validate", "ecommerce_etl", "--profile", "embedded", "--param", "date=\(day)"]
        try await shop.place.esteira(validate, ends: 0)
        try shop.place.edit("expectations/orders.yaml", "cancelado]", "perdido]")
        let broken = try await shop.place.esteira(validate, ends: 1)
        #expect(broken.output.contains("expectations/orders.yaml:"), "\(broken)")
    }

    @Test func `Synthetic tables are measured without writing`() async throws {
        let place = try Place.shop()
        let arguments = ["generate", "ecommerce_generator", "--benchmark", "--profile", "embedded"] + small
        let told = printedTable(try await place.esteira(arguments, ends: 0).output, from: "table")
        #expect(Set(told.keys) == ["users", "products", "orders", "payments"])
        #expect(number(told["orders"]?["rows"]) == 5250)
        #expect(!FileManager.default.fileExists(atPath: place.folder.url.appending(path: "include").path))
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `Shells get completion`(shell: String) async throws {
        let script = try await Place().esteira(["--generate-completion-script", shell], ends: 0)
        #expect(script.output.contains("esteira") && script.output.contains("validate"))
    }
}
