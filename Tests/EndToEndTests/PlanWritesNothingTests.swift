import Foundation
import TestSupport
import Testing

/// Looking changes nothing: not a byte of the project, not a row of the warehouse.
@Suite struct PlanWritesNothingTests {
    private let looks: [[String]] = [
        ["plan", "ecommerce_etl", "--param", "date=\(day)"],
        ["plan", "ecommerce_etl", "--param", "date=\(day)", "--sql", "--format", "json"],
        ["plan", "ecommerce_etl", "--param", "date=\(day)", "--why", "load.users"],
        ["plan", "ecommerce_etl", "--param", "date=\(day)", "--format", "github"],
        ["plan", "ecommerce_generator", "--param", "date=2026-02-01"], ["plan", "ecommerce_etl", "--offline"], ["lint"],
        ["runs"], ["runs", "last"], ["show", "processed.users", "--param", "date=\(day)"],
        ["validate", "ecommerce_etl", "--param", "date=\(day)"],
        ["generate", "ecommerce_generator", "--benchmark", "--param", "orders=1000"],
    ]

    @Test(needsPostgres, arguments: [false, true])
    func `Looking leaves project and database as they are`(isEmbedded: Bool) async throws {
        let shop = try await Shop(isEmbedded ? nil : PrivateDatabase())
        try await shop.etl()
        try await expectNothingWritten(shop)
        try shop.touch("orders")
        // A killed run leaves SQLite's log beside its state.
        try await shop.etl(ends: -SIGKILL, watch: .signal(SIGKILL, at: "transform.orders started"))
        try await expectNothingWritten(shop)
    }

    @Test func `Looking makes no files in a project that has never run`() async throws {
        let place = try Place.shop()
        let before = try snapshot(place)
        for look in [["plan", "ecommerce_etl"], ["plan", "ecommerce_etl", "--offline"], ["lint"], ["runs"]] {
            try await place.esteira(look, ends: 0)
        }
        #expect(try snapshot(place) == before)
    }

    /// The address of the server leads nowhere.
    @Test func `Planning needs no write rights and no server`() async throws {
        let shop = try await Shop()
        try await shop.etl()
        let place = shop.place
        try await tool("/bin/chmod", ["-R", "a-w,a+rX", "."], in: place)
        for profile in ["local", "embedded"] {
            for arguments in [["plan", "ecommerce_etl", "--param", "date=\(day)"], ["lint"], ["runs", "last"]] {
                let run = try await asNobody(arguments + ["--profile", profile], in: place)
                #expect(run.code == 0, "\(arguments): \(run)")
            }
        }
        let plan = try await asNobody(
            ["plan", "ecommerce_etl", "--param", "date=\(day)", "--profile", "embedded", "--all"],
            in: place
        )
        #expect(plan.output.contains("= load.users"), "the state was read: \(plan)")
        try await tool("/bin/chmod", ["-R", "u+w", "."], in: place)
    }

    private func expectNothingWritten(_ shop: Shop) async throws {
        let (files, tables, loads) = (try snapshot(shop.place), try shop.tables(), try shop.loads())
        for look in looks {
            try await shop.place.esteira(look + ["--profile", shop.profile], ends: 0)
            let after = try snapshot(shop.place)
            let changed = Set(files.keys).union(after.keys).filter { files[$0] != after[$0] }
            #expect(changed.isEmpty, "esteira \(look.joined(separator: " ")) changed \(changed.sorted())")
        }
        #expect(try shop.tables() == tables)
        #expect(try shop.loads() == loads)
    }

    /// Bytes and time of change of each file. SQLite's index of its log is shared memory that happens to have a name.
    private func snapshot(_ place: Place) throws -> [String: [String]] {
        try place.folder.files().filter { !$0.hasSuffix("-shm") }.reduce(into: [:]) { files, path in
            let attributes = try FileManager.default.attributesOfItem(
                atPath: place.folder.url.appending(path: path).path
            )
            files[path] = ["\(try place.bytes(path).hashValue)", "\(attributes[.modificationDate]!)"]
        }
    }

    /// Runs the program as somebody who may read and not write: root may always write.
    private func asNobody(_ arguments: [String], in place: Place) async throws -> Finished {
        guard getuid() == 0 else { return try await place.esteira(arguments) }
        let words = ["-u", "nobody", "--", try Program.url().path] + arguments
        return try await start(
            URL(filePath: "/usr/sbin/runuser"),
            words,
            in: place.folder.url,
            environment: ProcessInfo.processInfo.environment.merging(
                ["DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nowhere"]) { $1 }
        )
    }

    private func tool(_ path: String, _ arguments: [String], in place: Place) async throws {
        let run = try await start(URL(filePath: path), arguments, in: place.folder.url, environment: [:])
        #expect(run.code == 0, "\(run)")
    }
}
