import DuckDBEngine
import Engines
import Expressions
import Foundation
import TestSupport
import Testing
import Warehouse

/// Runs that die at any moment: no reader sees half a file or half a load, and resuming ends where an undisturbed run
/// ends.
@Suite struct KilledTests {
    @Test(needsPostgres)
    func `A run killed at any stage is resumed to the same warehouse`() async throws {
        let shop = try await Shop(PrivateDatabase())
        let moments = [
            "ingest.orders started", "ingest.orders done", "transform.orders started", "transform.orders done",
            "check.orders started", "check.orders done", "transform.daily_revenue started", "load.orders started",
            "load.orders done", "load.daily_revenue done",
        ]
        for moment in moments {
            try shop.forgetLoads()
            let killed = try await shop.etl(ends: -SIGKILL, watch: .signal(SIGKILL, at: moment))
            #expect(killed.report.contains(moment))
            try await expectRecovery(shop, after: moment)
        }
    }

    @Test(needsPostgres)
    func `A run killed inside a load's transaction leaves the old rows and loads once`() async throws {
        let database = try PrivateDatabase()
        let shop = try await Shop(database)
        try await shop.etl()
        try shop.touch("orders")
        let reader = try database.connect()
        try reader.execute("BEGIN")
        // The load has to wait for this reader before it may take the old rows away.
        let old = try reader.rows("SELECT * FROM dwh.orders")
        let killed = Watch { line, pid in
            guard line.contains("load.orders started") else { return }
            DispatchQueue.global().async {
                database.waitForBlockedStatement()
                kill(pid, SIGKILL)
            }
        }
        try await shop.etl(ends: -SIGKILL, watch: killed)
        #expect(try reader.rows("SELECT * FROM dwh.orders") == old)
        try reader.execute("ROLLBACK")
        try await shop.etl("--resume", "last")
        expectTables(try shop.tables(), shop.expected)
        let targets = try shop.loads().compactMap { $0[0] }
        #expect(targets.count { $0.contains("orders") } == 2)
    }

    @Test(needsPostgres, arguments: [true, false])
    func `A run killed at random is resumed to the same warehouse`(isEmbedded: Bool) async throws {
        let shop = try await Shop(isEmbedded ? nil : PrivateDatabase())
        var random = SeededNumbers(seed: isEmbedded ? 1 : 2)
        for _ in 0..<4 {
            let delay = Duration.milliseconds(Int.random(in: 0..<1200, using: &random))
            try shop.forgetLoads()
            let finished = try await shop.place.esteira(
                ["run", "ecommerce_etl", "--profile", shop.profile, "--param", "date=\(day)"],
                watch: .death(after: delay)
            )
            #expect([0, -SIGKILL].contains(finished.code), "\(finished)")
            try await expectRecovery(shop, after: "\(delay)")
        }
    }

    @Test func `A killed generator leaves no half file and is resumed to the same bytes`() async throws {
        let place = try Place.shop()
        let generate = ["run", "ecommerce_generator", "--profile", "embedded"] + small
        try await place.esteira(generate, ends: 0)
        let files = ["users", "products", "orders", "payments"].map { "include/\(day)/\($0).csv" }
        let whole = try files.map(place.bytes)
        for moment in ["generate.orders started", "generate.products done", "generate.orders done"] {
            for path in ["include", ".esteira"] { try place.remove(path) }
            try await place.esteira(generate, ends: -SIGKILL, watch: .signal(SIGKILL, at: moment))
            for (file, bytes) in zip(files, whole) {
                let isThere = FileManager.default.fileExists(atPath: place.folder.url.appending(path: file).path)
                if isThere { #expect(try place.bytes(file) == bytes, "\(file) after \(moment)") }
            }
            try await place.esteira(generate + ["--resume", "last"], ends: 0)
            #expect(try files.map(place.bytes) == whole, "after \(moment)")
            let present = try place.folder.files().filter { $0.hasPrefix("include/") }
            #expect(present == files.sorted(), "after \(moment)")
        }
    }

    @Test func `A new run after a killed one takes away what that one staged`() async throws {
        let shop = try await Shop()
        try await shop.etl(ends: -SIGKILL, watch: .signal(SIGKILL, at: "check.orders started"))
        #expect(try !staged(shop.place).isEmpty)
        try await shop.etl()
        #expect(try staged(shop.place) == [])
        expectTables(try shop.tables(), shop.expected)
    }

    private func staged(_ place: Place) throws -> [String] {
        try place.folder.files().filter { $0.contains("/.staging/") }
    }

    @Test func `Ctrl-C stops cleanly and the run goes on later`() async throws {
        let shop = try await Shop()
        let stopped = try await shop.etl(ends: 130, watch: .signal(SIGINT, at: "transform.orders started"))
        #expect(stopped.report.contains("interrupted, stopping"))
        #expect(stopped.output.contains("--resume"))
        #expect(try await shop.place.esteira(["runs", "last"], ends: 0).output.contains(": interrupted"))
        try await expectRecovery(shop, after: "Ctrl-C")
    }

    /// What is published is whole, resuming ends well, each table was loaded once, and nothing is left lying about.
    private func expectRecovery(_ shop: Shop, after moment: String) async throws {
        try expectWholeFiles(shop.place, after: moment)
        let resumed = try await shop.etl("--resume", "last")
        guard resumed.code == 0 else { return }
        expectTables(try shop.tables(), shop.expected)
        let targets = try shop.loads().map { $0[0]! }
        #expect(targets.count == 5 && Set(targets).count == 5, "after \(moment): \(targets)")
        #expect(try staged(shop.place) == [], "after \(moment)")
        let again = try await shop.etl("--resume", "last")
        #expect(again.output.contains("18 tasks, 18 up to date"), "after \(moment): \(again)")
        #expect(try shop.loads().map { $0[0]! } == targets)
    }

    /// Reads every value of every published file.
    private func expectWholeFiles(_ place: Place, after moment: String) throws {
        let session = try openDuckDB().session()
        let files = try place.folder.files().filter { $0.hasPrefix("lake/") && !$0.contains("/.staging/") }
        for file in files where file.hasSuffix(".parquet") {
            let path = place.folder.url.appending(path: file).path
            let rows = try session.rows("SELECT count(*), min(COLUMNS(*)) FROM read_parquet(\(literal: path))")
            #expect(rows.first?.first?.text != "0", "\(file) after \(moment)")
        }
        for file in files where file.hasSuffix(".json") {
            #expect(throws: Never.self, "\(file) after \(moment)") {
                try JSONSerialization.jsonObject(with: place.bytes(file))
            }
        }
    }
}

/// The same numbers in every run of the tests (SplitMix64).
private struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
