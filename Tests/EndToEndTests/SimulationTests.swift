import Foundation
import TestSupport
import Testing

/// The whole graph on generated rows: no credentials, no file of the project, the same each time.
@Suite struct SimulationTests {
    @Test func `A simulation needs nothing but the project's files and leaves nothing`() async throws {
        let (place, scratch) = (try Place.shop(), try TemporaryFolder())
        let before = try place.folder.files().sorted()
        let runs = try await [first(place, scratch), first(place, scratch)]
        #expect(runs[0].code == 0, "\(runs[0])")
        #expect(runs[0].output == runs[1].output)
        #expect(try place.folder.files().sorted() == before)
        #expect(try scratch.files() == [])
    }

    @Test func `Rows come from the generator that writes the file, and every task is reached`() async throws {
        let place = try Place.shop()
        let tasks = try await simulated(place, ["ecommerce_etl", "--param", "date=\(day)", "--simulate=200"])
        #expect(Set(tasks.map(\.outcome)).isSubset(of: ["done", "blocked"]), "\(tasks)")
        let users = try #require(tasks.first { $0.id == "ingest.users" })
        #expect(users.drawnFrom == "generator 'store'")
        #expect(users.rowsOut == 210 - users.rejects.map(\.rows).reduce(0, +), "a twentieth is repeated: \(users)")
        let revenue = try #require(tasks.first { $0.id == "transform.daily_revenue" })
        #expect(revenue.joins.map(\.with) == ["products", "users"])
        #expect(revenue.joins.allSatisfy { $0.rowsLeft > 0 && $0.rowsOut <= $0.rowsLeft }, "\(revenue.joins)")
    }

    @Test func `Without a generator rows come from schema, suite and conditions, and joins match`() async throws {
        let place = try Place()
        for path in ["esteira.yaml", "expectations", "pipelines", "schemas"] {
            try FileManager.default.copyItem(
                at: repositoryRoot.appending(path: "Tests/Fixtures/projects/shop/\(path)"),
                to: place.folder.url.appending(path: path)
            )
        }
        let tasks = try await simulated(place, ["daily", "--simulate=300"])
        #expect(tasks.map(\.outcome) == Array(repeating: "done", count: tasks.count), "\(tasks)")
        #expect(
            tasks.filter { $0.id.hasPrefix("ingest.") }.map(\.drawnFrom) == ["schema 'orders'", "schema 'products'"]
        )
        #expect(tasks.filter { $0.id.hasPrefix("ingest.") }.map(\.rowsOut) == [300, 300])
        let join = try #require(tasks.first { $0.id == "transform.revenue" }?.joins.first)
        #expect(join.matched == join.rowsLeft && join.rowsOut == join.rowsLeft && join.rowsLeft > 0, "\(join)")
    }

    private func first(_ place: Place, _ scratch: TemporaryFolder) async throws -> Finished {
        try await place.esteira(
            ["plan", "ecommerce_etl", "--param", "date=\(day)", "--simulate=100", "--all"],
            environment: ["TMPDIR": scratch.url.path]
        )
    }

    private func simulated(_ place: Place, _ arguments: [String]) async throws -> [Told] {
        let run = try await place.esteira(["plan"] + arguments + ["--format", "json"], ends: 0)
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(Document.self, from: Data(run.output.utf8)).simulation.tasks
    }

    private struct Document: Decodable {
        var simulation: Simulated

        struct Simulated: Decodable { var tasks: [Told] }
    }

    private struct Told: Decodable {
        var id: String
        var outcome: String
        var drawnFrom: String?
        var rowsOut: Int?
        var rejects: [Reject]
        var joins: [Join]
        var problem: String?

        struct Reject: Decodable { var rows: Int }

        struct Join: Decodable {
            var with: String
            var rowsLeft: Int
            var matched: Int
            var rowsOut: Int
        }
    }
}
