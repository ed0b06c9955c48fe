import DuckDBEngine
import Engines
import Expressions
import TestSupport
import Testing

/// Values of JSON lines and Parquet files that a type would cut or round, decided on the real engine.
@Suite(.ownThreads) struct ExactRowsTests {
    private let folder: TemporaryFolder
    private let session: DuckDBSession

    init() throws {
        folder = try TemporaryFolder()
        session = try TestDuckDB.session(DuckDBSettings(threads: 2, preserveInsertionOrder: false))
    }

    /// What stands in a line, and what comes of it; nil where it does not fit.
    private static let json: [(type: SQL, written: String, value: String?)] = [
        ("INTEGER", "1", "1"), ("INTEGER", "1.0", "1"), ("INTEGER", "1e3", "1000"), ("INTEGER", "\"7\"", "7"),
        ("INTEGER", "1.5", nil), ("INTEGER", "true", nil), ("INTEGER", "3000000000", nil), ("INTEGER", "[1]", nil),
        ("BIGINT", "9007199254740993", "9007199254740993"), ("BIGINT", "9007199254740993.0", nil),
        ("DECIMAL(10,2)", "2.50", "2.50"), ("DECIMAL(10,2)", "1.999", nil), ("DECIMAL(10,2)", "\"1.999\"", nil),
        ("DECIMAL(30,2)", "12345678901234567890.12", nil),
        ("DECIMAL(30,2)", "\"12345678901234567890.12\"", "12345678901234567890.12"),
        ("DOUBLE", "1.999", "1.999"), ("DOUBLE", "\"high\"", nil),
        ("DATE", "\"2026-01-31\"", "2026-01-31"), ("DATE", "\"2026-01-31T10:00:00\"", nil),
        ("TIMESTAMP", "\"2026-01-31T10:00:00Z\"", "2026-01-31 10:00:00"),
        ("TIMESTAMP", "\"2026-01-31T10:00:00-03:00\"", nil),
        ("BOOLEAN", "true", "true"), ("BOOLEAN", "\"perhaps\"", nil),
        ("VARCHAR", "1.50", "1.5"), ("VARCHAR", "{\"a\": 1}", "{\"a\":1}"),
        ("INTEGER[]", "[1, 2]", "[1, 2]"),
    ]

    @Test(arguments: json.indices)
    func `a value of a JSON line is kept whole or told`(_ index: Int) throws {
        let (type, written, value) = Self.json[index]
        let path = try folder.file("a.jsonl", "{\"x\": \(written)}\n{\"x\": null}\n")
        let rows = ExactRows.jsonLines([path], columns: [FileColumn("x", type)])
        if let value {
            #expect(try texts(rows.exact) == [value, nil])
            #expect(try count(rows.faults) == 0)
            #expect(try texts(rows.goodRows) == [value, nil])
        } else {
            #expect(throws: EngineError.self) { try session.rows("SELECT x FROM \(rows.exact)") }
            #expect(try count(rows.faults) == 1)
            #expect(try texts(rows.goodRows) == [nil])
            #expect(try texts(rows.rowsWithNulls) == [nil, nil])
        }
    }

    @Test func `a fault has its file, line and reason`() throws {
        let path = try folder.file(
            "b.jsonl",
            """
            {"id": 1, "day": "2026-01-31"}

            {"id": 2.5, "day": "soon"}
            {"id": 3
            [4]

            """
        )
        let rows = ExactRows.jsonLines([path], columns: [FileColumn("id", "INTEGER"), FileColumn("day", "DATE")])
        let faults = try session.rows(
            "SELECT file, record::INTEGER, column_name, error_type, error_message, csv_line FROM (\(rows.faults)) ORDER BY record, column_name"
        )
        #expect(
            faults == [
                [
                    .string(path), .integer(3), .string("day"), .string("CAST"),
                    .string("Error when converting column \"day\". Could not convert \"soon\" to DATE"),
                    .string("{\"id\": 2.5, \"day\": \"soon\"}"),
                ],
                [
                    .string(path), .integer(3), .string("id"), .string("INEXACT"),
                    .string("Error when converting column \"id\". \"2.5\" is not a whole number"),
                    .string("{\"id\": 2.5, \"day\": \"soon\"}"),
                ],
                [
                    .string(path), .integer(4), .null, .string("INVALID JSON"), .string("the line is no JSON object"),
                    .string("{\"id\": 3"),
                ],
                [
                    .string(path), .integer(5), .null, .string("INVALID JSON"), .string("the line is no JSON object"),
                    .string("[4]"),
                ],
            ]
        )
        #expect(try count("SELECT * FROM \(rows.goodRows)") == 1)
        #expect(try count("SELECT * FROM \(rows.rowsWithNulls)") == 2)
    }

    /// What a file has, and what comes of it as another type; nil where it does not fit.
    private static let parquet: [(stored: SQL, type: SQL, value: String?)] = [
        ("1.0::DOUBLE", "INTEGER", "1"), ("1.5::DOUBLE", "INTEGER", nil), ("3000000000::BIGINT", "INTEGER", nil),
        ("2.5::DOUBLE", "DECIMAL(10, 2)", "2.50"), ("1.999::DOUBLE", "DECIMAL(10, 2)", nil),
        ("1.999::DECIMAL(10,3)", "DECIMAL(10, 2)", nil), ("1.990::DECIMAL(10,3)", "DECIMAL(10, 2)", "1.99"),
        ("9007199254740993::BIGINT", "DOUBLE", nil), ("7::BIGINT", "DOUBLE", "7.0"),
        ("TIMESTAMP '2026-01-31 00:00:00'", "DATE", "2026-01-31"), ("TIMESTAMP '2026-01-31 10:00:00'", "DATE", nil),
        ("'2026-01-31T10:00:00'", "DATE", nil), ("'1.5'", "INTEGER", nil), ("'15'", "INTEGER", "15"),
        ("1.5::DOUBLE", "VARCHAR", "1.5"), ("'x'", "VARCHAR", "x"),
    ]

    @Test(arguments: parquet.indices)
    func `a value of a Parquet file is kept whole or told`(_ index: Int) throws {
        let (stored, type, value) = Self.parquet[index]
        let path = "\(folder.path)/c.parquet"
        try session.execute("COPY (SELECT \(stored) AS x UNION ALL SELECT NULL) TO \(literal: path)")
        let rows = try parquetRows([path], FileColumn("x", type))
        if let value {
            #expect(try Set(texts(rows.exact)) == [value, nil])
            #expect(try count(rows.faults) == 0)
        } else {
            #expect(throws: EngineError.self) { try session.rows("SELECT x FROM \(rows.exact)") }
            #expect(
                try session.rows("SELECT record::INTEGER, column_name FROM (\(rows.faults))") == [
                    [.integer(1), .string("x")]
                ]
            )
            #expect(try texts(rows.goodRows) == [nil])
            #expect(try texts(rows.rowsWithNulls) == [nil, nil])
        }
    }

    @Test func `files of one pattern do not take the first one's type`() throws {
        let paths = ["d.parquet", "e.parquet"].map { "\(folder.path)/\($0)" }
        try session.execute("COPY (SELECT 1 AS x) TO \(literal: paths[0])")
        try session.execute("COPY (SELECT 1.5::DOUBLE AS x) TO \(literal: paths[1])")
        let rows = try parquetRows(paths, FileColumn("x", "INTEGER"))
        #expect(throws: EngineError.self) { try session.rows("SELECT x FROM \(rows.exact)") }
        #expect(try session.rows("SELECT file FROM (\(rows.faults))") == [[.string(paths[1])]])
        #expect(try texts(rows.goodRows) == ["1"])
    }

    private func parquetRows(_ paths: [String], _ column: FileColumn) throws -> ExactRows {
        var types: [String: String] = [:]
        for row in try session.rows(ExactRows.parquetColumns(paths)) {
            if case .string(let name)? = row.first, case .string(let type)? = row.last { types[name] = type }
        }
        return .parquet(paths, columns: [column], types: types)
    }

    private func count(_ query: SQL) throws -> Int { try session.rows(query).count }

    private func texts(_ relation: SQL) throws -> [String?] {
        try session.rows("SELECT x::VARCHAR FROM \(relation) ORDER BY x IS NULL").map { row in
            if case .string(let text)? = row.first { text } else { nil }
        }
    }
}
