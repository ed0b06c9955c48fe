import Engines
import Expressions
import Foundation
import TestSupport
import Testing

@testable import DuckDBEngine

/// Finding the library and opening databases.
@Suite(.ownThreads) struct DuckDBTests {
    @Test func `the library that a variable names is the only candidate`() throws {
        let found = try TestDuckDB.library.get()
        let named = try DuckDBLibrary.locate(environment: ["ESTEIRA_DUCKDB_LIBRARY": found.path])
        #expect([named.path, named.version, named.origin.rawValue] == [found.path, found.version, "environment"])
        let error = #expect(throws: EngineError.self) {
            _ = try DuckDBLibrary.locate(environment: ["ESTEIRA_DUCKDB_LIBRARY": "/nowhere/libduckdb.so"])
        }
        #expect(error?.reason == .unavailable)
        #expect(
            error?.hint == """
                run scripts/fetch-duckdb, or set ESTEIRA_DUCKDB_LIBRARY to a libduckdb of version 1.4 or 1.5
                """
        )
    }

    @Test func `without a library the error says how to get one`() {
        let isInstalled = (try? DuckDBLibrary(path: "libduckdb.so", origin: .system)) != nil
        guard !isInstalled else { return }
        expectEngineError(
            EngineError(
                .unavailable,
                "no DuckDB library found",
                hint: "run scripts/fetch-duckdb, or set ESTEIRA_DUCKDB_LIBRARY to a libduckdb of version 1.4 or 1.5"
            )
        ) { _ = try DuckDBLibrary.locate(startingAt: ["/"], environment: [:]) }
    }

    @Test func `the fetched library is found from folders below`() throws {
        let folder = try TemporaryFolder()
        let place = "\(folder.path)/.local/duckdb/1.5.5"
        try FileManager.default.createDirectory(atPath: place, withIntermediateDirectories: true)
        _ = try folder.file(".local/duckdb/1.5.5/libduckdb.so", "")
        #expect(DuckDBLibrary.fetchedLibrary(above: "\(folder.path)/a/b") == "\(place)/libduckdb.so")
        #expect(DuckDBLibrary.fetchedLibrary(above: "/") == nil)
    }

    @Test func `only tested versions are taken`() {
        #expect(["1.4.0", "1.5.5", "1.5"].allSatisfy(DuckDBLibrary.isTested))
        #expect(["1.3.2", "1.6.0", "1.50.0", "2.1.4", ""].allSatisfy { !DuckDBLibrary.isTested($0) })
        #expect(
            EngineError.untestedVersion("1.3.2", path: "/lib/libduckdb.so").description == """
                DuckDB 1.3.2 in '/lib/libduckdb.so' is not a version that Esteira works with \
                (DuckDB 1.4 and 1.5 are tested; run scripts/fetch-duckdb for 1.5.5)
                """
        )
    }

    @Test func `the wheel's library names the Python library that it needs`() {
        #expect(
            Functions.pythonLibrary(neededBy: "/x/_duckdb.cpython-311-x86_64-linux-gnu.so") == "libpython3.11.so.1.0"
        )
        #expect(Functions.pythonLibrary(neededBy: "/x/libduckdb.so") == nil)
    }

    @Test func `settings arrive`() throws {
        let session = try TestDuckDB.session(
            DuckDBSettings(threads: 1, memoryLimit: "300MB", temporaryDirectory: "/var/tmp", spillLimit: 1 << 30)
        )
        let settings = try session.rows(
            """
            select current_setting('threads'), current_setting('memory_limit'), current_setting('TimeZone'),
                current_setting('preserve_insertion_order'), current_setting('autoinstall_known_extensions'),
                current_setting('temp_directory') like '/var/tmp/esteira-%',
                current_setting('max_temp_directory_size')
            """
        )
        #expect(
            settings == [
                [
                    .integer(1), .string("286.1 MiB"), .string("UTC"), .boolean(false), .boolean(false), .boolean(true),
                    .string("1.0 GiB"),
                ]
            ]
        )
    }

    @Test func `a share of the memory becomes bytes`() {
        #expect(DuckDBSettings.memoryLimit("60%", of: 1_000_000) == "600000B")
        #expect(DuckDBSettings.memoryLimit("4GB", of: 1_000_000) == "4GB")
        #expect(AvailableMemory.total > 64 << 20)
    }

    @Test func `a database file keeps its tables, and a broken one is an error`() throws {
        let folder = try TemporaryFolder()
        let library = try TestDuckDB.library.get()
        let path = "\(folder.path)/warehouse.duckdb"
        try DuckDB(library: library, database: path).connect().execute("create table t as select 5 as a")
        #expect(try DuckDB(library: library, database: path).connect().rows("from t") == [[.integer(5)]])
        let broken = try folder.file("broken.duckdb", String(repeating: "x", count: 9000))
        let error = #expect(throws: EngineError.self) { _ = try DuckDB(library: library, database: broken) }
        #expect(error?.reason == .io)
    }

    @Test func `spilled rows leave with the database`() throws {
        let folder = try TemporaryFolder()
        var engine: DuckDB? = try DuckDB(
            library: TestDuckDB.library.get(),
            settings: DuckDBSettings(threads: 1, memoryLimit: "100MB", temporaryDirectory: folder.path))
        var (spilled, bytes) = (0, 0)
        try engine?.session().stream("select i, repeat('x', 100) || i from range(2000000) t(i) order by hash(i)") { _ in
            spilled = max(spilled, try FileManager.default.contentsOfDirectory(atPath: folder.path).count)
            bytes = max(bytes, engine?.spilledBytes ?? 0)
        }
        #expect(spilled == 1)
        #expect(bytes > 50_000_000)
        engine = nil
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
}
