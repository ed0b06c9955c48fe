import Foundation
import TestSupport
import Testing

/// At every level of contact a plan is made by somebody who may change nothing, and nothing has changed afterwards: no
/// file of the project, the lake or the state, no row, table, right or comment of the warehouse.
@Suite struct PlanPurityTests {
    private static let levels: [[String]] = [
        [], ["--offline"], ["--probe"], ["--simulate"], ["--simulate=50", "--format", "json"],
    ]

    @Test(needsPostgres) func `Planning at every level leaves everything as it is`() async throws {
        let database = try PrivateDatabase()
        let shop = try await Shop(database)
        try await shop.etl()
        try shop.touch("orders")
        let role = try ReadOnlyRole(in: database)
        let place = shop.place
        try await tool("/bin/chmod", ["-R", "a-w,a+rX", "."], in: place)
        let (files, tables, loads, catalog) =
            (try snapshot(place), try shop.tables(), try shop.loads(), try database.fingerprint())
        let scratch = try TemporaryFolder()
        try await tool("/bin/chmod", ["a+rwx", "."], at: scratch.url)
        for level in Self.levels {
            let arguments = ["plan", "ecommerce_etl", "--param", "date=\(day)", "--all"] + level
            let run = try await asNobody(arguments, in: place, database: role.url, temporary: scratch.url)
            #expect(run.code == 0, "\(level): \(run)")
            #expect(run.output.contains("load.orders"), "\(level): \(run)")
            let after = try snapshot(place)
            let changed = Set(files.keys).union(after.keys).filter { files[$0] != after[$0] }
            #expect(changed.isEmpty, "\(level) changed \(changed.sorted())")
            #expect(try scratch.files() == [], "\(level) left temporary files")
        }
        #expect(try shop.tables() == tables)
        #expect(try shop.loads() == loads)
        #expect(try database.fingerprint() == catalog)
        try await tool("/bin/chmod", ["-R", "u+w", "."], in: place)
    }

    /// Bytes, size, rights and time of change of each file.
    private func snapshot(_ place: Place) throws -> [String: [String]] {
        try place.folder.files().reduce(into: [:]) { files, path in
            let attributes = try FileManager.default.attributesOfItem(
                atPath: place.folder.url.appending(path: path).path
            )
            files[path] = [
                "\(try place.bytes(path).hashValue)", "\(attributes[.modificationDate]!)", "\(attributes[.size]!)",
                "\(attributes[.posixPermissions]!)",
            ]
        }
    }

    /// Runs the program as somebody who may read and not write: root may always write.
    private func asNobody(
        _ arguments: [String],
        in place: Place,
        database: String,
        temporary: URL
    ) async throws -> Finished {
        let environment = ProcessInfo.processInfo.environment.merging(
            ["DATABASE_URL": database, "TMPDIR": temporary.path, "NO_COLOR": "1"]
        ) { $1 }
        let program = try Program.url()
        guard getuid() == 0 else {
            return try await start(program, arguments, in: place.folder.url, environment: environment)
        }
        return try await start(
            URL(filePath: "/usr/sbin/runuser"),
            ["-u", "nobody", "--", program.path] + arguments,
            in: place.folder.url,
            environment: environment
        )
    }

    private func tool(_ path: String, _ arguments: [String], in place: Place) async throws {
        try await tool(path, arguments, at: place.folder.url)
    }

    private func tool(_ path: String, _ arguments: [String], at folder: URL) async throws {
        let run = try await start(URL(filePath: path), arguments, in: folder, environment: [:])
        #expect(run.code == 0, "\(run)")
    }
}
