import DuckDBEngine
import Engines
import Expressions
import Foundation
import TestSupport
import Testing

/// The shop's project with a day of files made, and what its warehouse must hold.
struct Shop {
    let place: Place
    let profile: String
    let expected: ExpectedShop

    /// - Parameter database: the warehouse; nil: a DuckDB file.
    init(_ database: PrivateDatabase? = nil) async throws {
        place = try Place.shop(database)
        profile = database == nil ? "embedded" : "local"
        try await place.esteira(["run", "ecommerce_generator", "--profile", profile] + small, ends: 0)
        expected = try ExpectedShop(files: place.folder.url.appending(path: "include/\(day)"))
    }

    /// Loads the day.
    @discardableResult
    func etl(
        _ more: String...,
        ends code: Int32 = 0,
        watch: Watch? = nil,
        sourceLocation: SourceLocation = #_sourceLocation
    ) async throws -> Finished {
        try await place.esteira(
            ["run", "ecommerce_etl", "--profile", profile, "--param", "date=\(day)"] + more,
            ends: code,
            watch: watch,
            sourceLocation: sourceLocation
        )
    }

    func tables() throws -> [String: [[String?]]] {
        if let database = place.database { return try database.tables() }
        let session = try duckDB()
        return try warehouseTables.reduce(into: [:]) { tables, table in
            let columns = table.columns.map { "CAST(\(Identifier($0)) AS VARCHAR)" as SQL }.joined(separator: ", ")
            let rows = try session.rows("SELECT \(columns) FROM \(Identifier("warehouse", "dwh", table.name))")
            tables[table.name] = rows.map { $0.map { $0 == .null ? nil : $0.text } }
        }
    }

    /// Target and rows of each load, in order.
    func loads() throws -> [[String?]] {
        if let database = place.database { return try database.loads() }
        return try duckDB().rows(
            "SELECT target, CAST(\(Identifier("rows")) AS VARCHAR) FROM warehouse.esteira.loads ORDER BY id"
        )
        .map { $0.map(\.text) }
    }

    /// Makes all that follows from a file out of date; its rows stay.
    func touch(_ table: String) throws {
        let file = place.folder.url.appending(path: "include/\(day)/\(table).csv").path
        try FileManager.default.setAttributes([.modificationDate: Date(timeIntervalSince1970: 1e9)], ofItemAtPath: file)
    }

    /// As if nothing but the files had been made yet.
    func forgetLoads() throws {
        try place.database?.empty()
        for path in ["lake", ".esteira", "warehouse.duckdb", "warehouse.duckdb.wal"] { try place.remove(path) }
    }

    private func duckDB() throws -> DuckDBSession {
        let session = try openDuckDB().session()
        let file = place.folder.url.appending(path: "warehouse.duckdb").path
        try session.execute("ATTACH \(literal: file) AS warehouse (READ_ONLY)")
        return session
    }
}

func openDuckDB() throws -> DuckDB {
    try DuckDB(
        library: DuckDBLibrary.locate(startingAt: [repositoryRoot.path] + DuckDBLibrary.defaultFolders),
        settings: DuckDBSettings(threads: 1)
    )
}

/// The cells of a printed table, by its first column; the heads are under "task".
func printedTable(_ text: String, from head: String) -> [String: [String: String]] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    guard let start = lines.firstIndex(where: { $0.hasPrefix(head) }) else { return [:] }
    let heads = cells(lines[start])
    return lines[(start + 1)...].prefix { !$0.isEmpty }.reduce(into: [:]) { table, line in
        let cells = cells(line)
        table[cells[0]] = Dictionary(zip(heads, cells)) { first, _ in first }
    }
}

/// Columns stand two spaces or more apart.
private func cells(_ line: String) -> [String] {
    line.replacing(#/\s{2,}/#, with: "\t").split(separator: "\t").map { $0.trimmingCharacters(in: .whitespaces) }
}

/// `5,250` is 5250; a dash is nothing.
func number(_ cell: String?) -> Int? { cell.flatMap { Int($0.replacing(",", with: "")) } }
