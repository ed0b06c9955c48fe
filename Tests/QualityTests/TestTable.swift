import DuckDBEngine
import Engines
import Expressions
import Foundation
import Reporting
import TestSupport
import Testing

@testable import Quality

/// A table in the real engine, made of rows written as SQL.
struct TestTable {
    private let session: any EngineSession
    private let row: RowType

    init(_ columns: [Column], _ values: String) throws {
        row = RowType(columns)
        session = try Self.engine.get().connect()
        try make("t", columns, values)
    }

    /// Another table beside it, which suites know as `raw.other`.
    func other(_ columns: [Column], _ values: String) throws -> [String: OtherTable] {
        try make("other", columns, values)
        return ["raw.other": OtherTable(name: "raw.other", row: RowType(columns), relation: "other")]
    }

    private func make(_ name: SQL, _ columns: [Column], _ values: String) throws {
        let types = columns.map { "\(Identifier($0.name)) \(SQL(trusted: Self.name(of: $0.type)))" as SQL }
        try session.execute("CREATE TEMP TABLE \(name) (\(types.joined(separator: ", ")))")
        if !values.isEmpty { try session.execute("INSERT INTO \(name) VALUES \(SQL(trusted: values))") }
    }

    func result(_ suite: Suite) throws -> ValidationResult {
        try evaluate(suite.plan(for: row), from: "t", session: session)
    }

    /// The result of one expectation, given as a line of our own form.
    func outcome(_ line: String, reading others: [String: OtherTable] = [:]) throws -> Outcome {
        try #require(try result(expectations("  - " + line).reading(others)).outcomes.first)
    }

    /// `result` of one expectation as JSON.
    func observed(_ line: String) throws -> String {
        JSONText.object(try outcome(line).result).text()
    }

    /// The first column of a query over the table `t`.
    func texts(_ query: SQL) throws -> [String] { try session.rows(query).map { $0[0].text } }

    /// One for all tests; temporary tables belong to a connection.
    private static let engine = Result { () throws(EngineError) in
        try DuckDB(
            library: DuckDBLibrary.locate(startingAt: [repositoryRoot.path] + DuckDBLibrary.defaultFolders),
            settings: DuckDBSettings(threads: 2)
        )
    }

    private static func name(of type: DataType) -> String { type == .string ? "VARCHAR" : "\(type)" }
}
