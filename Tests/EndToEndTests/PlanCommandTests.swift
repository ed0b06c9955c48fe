import Foundation
import TestSupport
import Testing

/// What `plan` tells through exit codes and files.
@Suite struct PlanCommandTests {
    @Test func `Exit codes say whether something would run and whether rows would go`() async throws {
        let place = try Place()
        try await place.esteira(["init"], ends: 0)
        #expect(try await place.esteira("plan").code == 0)
        #expect(try await place.esteira("plan", "--detailed-exitcode").code == 10)
        try await place.esteira(["run"], ends: 0)
        #expect(try await place.esteira("plan", "--detailed-exitcode").code == 0)
        try place.edit("pipelines/sales.yaml", "sum(amount)", "sum(amount) * 2")
        #expect(try await place.esteira("plan", "--detailed-exitcode").code == 11)
        #expect(try await place.esteira("plan", "--task", "nothing").code == 2)
        #expect(try await place.esteira("plan", "--width", "3").code == 2)
    }

    @Test func `The same plan gives the same bytes, and ASCII where asked`() async throws {
        let place = try Place()
        try await place.esteira(["init"], ends: 0)
        let first = try await place.esteira(["plan", "--width", "unbounded"], ends: 0).output
        #expect(try await place.esteira(["plan", "--width", "unbounded"], ends: 0).output == first)
        let ascii = try await place.esteira(["plan", "--ascii", "--color", "never"], ends: 0).output
        #expect(ascii.filter { !$0.isASCII } == "")
        #expect(try await place.esteira(["plan", "--color", "always"], ends: 0).output.contains("\u{1B}[1m"))
        #expect(try await place.esteira(["plan", "--summary"], ends: 0).output.split(separator: "\n").count == 5)
    }

    @Test func `A plan is saved whole, and nothing secret with it`() async throws {
        let place = try Place.shop()
        let run = try await place.esteira(
            ["plan", "ecommerce_etl", "--offline", "-o", "plan.json"],
            environment: ["DATABASE_URL": "postgresql://shop:hunter2@db/shop"])
        #expect(run.code == 0, "\(run)")
        let saved = try place.folder.read("plan.json")
        #expect(saved.contains("\"plan_version\" : \"1.2\"") && saved.contains("CREATE TABLE"))
        #expect(!saved.contains("hunter2"))
    }

    @Test func `A workflow finds a summary and outputs`() async throws {
        let place = try Place()
        try await place.esteira(["init"], ends: 0)
        try place.folder.write("before=1\n", to: "outputs")
        let files = ["GITHUB_STEP_SUMMARY", "GITHUB_OUTPUT"]
        let paths = ["summary.md", "outputs"].map { place.folder.url.appending(path: $0).path }
        let run = try await place.esteira(
            ["plan", "--format", "github"], environment: Dictionary(uniqueKeysWithValues: zip(files, paths)))
        #expect(run.code == 0, "\(run)")
        #expect(try place.folder.read("summary.md") == run.output)
        #expect(try place.folder.read("outputs") == "before=1\nchanges=true\ndestructive=false\nerrors=0\n")
    }
}
