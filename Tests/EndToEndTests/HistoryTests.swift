import Foundation
import TestSupport
import Testing

/// What the program tells of past runs, and what it forgets.
@Suite struct HistoryTests {
    @Test func `A task says why it ran, and why it would or would not now`() async throws {
        let place = try Place()
        try await place.esteira(["init"], ends: 0)
        let before = try await place.esteira(["why", "ingest.sales"], ends: 0).output
        #expect(
            before.hasPrefix("no run has had this task yet\nnow:\ningest.sales runs: never completed\n"),
            "\(before)"
        )
        try await place.esteira(["run"], ends: 0)
        let ran = try await place.esteira(["why", "ingest.sales"], ends: 0).output
        #expect(ran.contains(", ingest.sales: ok, "), "\(ran)")
        #expect(
            ran.contains("\nit was to run: never completed\n  ingest.sales  no run has completed it for pipeline "),
            "\(ran)"
        )
        #expect(ran.contains("\nnow:\ningest.sales does not run: up to date\n"), "\(ran)")
        let file = try #require(try place.folder.files().first { $0.hasSuffix(".csv") && !$0.hasPrefix("lake") })
        try place.folder.write(try place.folder.read(file) + "9,Natal,1.00,2026-01-31\n", to: file)
        let changed = try await place.esteira(["why-not", "ingest.sales"], ends: 0).output
        #expect(changed.contains("\nnow:\ningest.sales runs: input changed: \(file)\n"), "\(changed)")
        let unknown = try await place.esteira(["why", "ingest.slaes"], ends: 2).report
        #expect(unknown.contains("no single task 'ingest.slaes'; did you mean 'ingest.sales'?"), "\(unknown)")
    }

    @Test func `Logs are read by run, task and level`() async throws {
        let place = try Place()
        try await place.esteira(["init"], ends: 0)
        try await place.esteira(["run"], ends: 0)
        let all = try await place.esteira(["logs"], ends: 0).output.split(separator: "\n")
        #expect(
            all.contains { $0.contains("  info     load.sales_by_city  finished: ok, 2 rows in, 2 rows out") },
            "\(all)"
        )
        #expect(all == all.sorted { $0.prefix(24) < $1.prefix(24) })
        let one = try await place.esteira(
            ["logs", "last", "ingest.sales", "--level", "debug", "--json", "--follow"],
            ends: 0
        )
        let lines = one.output.split(separator: "\n")
        #expect(lines.count >= 3 && lines.allSatisfy { $0.contains("\"task\":\"ingest.sales\"") }, "\(one)")
        #expect(one.output.contains("\"level\":\"debug\""))
        let quiet = try await place.esteira(["logs", "ingest.sales", "--level", "warn"], ends: 0)
        #expect(quiet.output.isEmpty && quiet.report.hasPrefix("nothing was logged at this level"), "\(quiet)")
        let unknown = try await place.esteira(["logs", "last", "ingest.slaes"], ends: 2).report
        #expect(unknown.contains("has no task 'ingest.slaes'; did you mean 'ingest.sales'?"), "\(unknown)")
        #expect(try await place.esteira(["logs", "20000101T000000-none"], ends: 2).report.contains("no task"))
    }

    @Test func `Old runs are forgotten with their logs, and what they did stays done`() async throws {
        let place = try Place()
        try await place.esteira(["init"], ends: 0)
        var names: [String] = []
        for _ in 0..<3 {
            let run = try await place.esteira(["run", "--force"], ends: 0)
            names.append(try #require(run.report.firstMatch(of: #/run (\S+) of/#).map { String($0.1) }))
        }
        let dry = try await place.esteira(["runs", "prune", "--keep", "0s", "--dry-run"], ends: 0).output
        #expect(dry.hasSuffix("2 runs; nothing was removed\n"), "\(dry)")
        #expect(try runs(place) == names.sorted())
        try await place.esteira(["runs", "prune", "--keep", "0s"], ends: 0)
        #expect(try runs(place) == [names[2]])
        let listed = try await place.esteira(["runs"], ends: 0).output
        #expect(listed.contains(names[2]) && !listed.contains(names[0]) && !listed.contains(names[1]), "\(listed)")
        #expect(try await place.esteira(["runs", "show"], ends: 0).output.contains("load.sales_by_city"))
        #expect(
            try await place.esteira(["plan", "--why-not", "ingest.sales"], ends: 0).output.contains("all of this holds")
        )
        #expect(try await place.esteira(["runs", "prune"], ends: 0).output == "nothing is old enough\n")
        try place.edit("esteira.yaml", "project:", "runs: {keep: 1ms}\nproject:")
        try await place.esteira(["run", "--force"], ends: 0)
        #expect(try runs(place).count == 1)
    }

    /// By their logs.
    private func runs(_ place: Place) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: place.folder.url.appending(path: ".esteira/logs").path)
            .sorted()
    }
}
