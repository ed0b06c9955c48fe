import DuckDBEngine
import Engines
import Expressions
import TestSupport
import Testing

/// Values of CSV files that a type would cut or round, decided from the text on the real engine.
@Suite(.ownThreads) struct ExactCSVTests {
    private let folder: TemporaryFolder
    private let session: DuckDBSession
    private let rejects = CSVRejects(name: "bad")

    init() throws {
        folder = try TemporaryFolder()
        session = try TestDuckDB.session(DuckDBSettings(threads: 2, preserveInsertionOrder: true))
    }

    /// What is taken, and what would lose something.
    private static let cases: [(type: SQL, exact: [String], lossy: [String])] = [
        (
            "INTEGER",
            [
                "1", "-1", "+5", " 7 ", "1.0", "-1.0", "1.", ".0", "1.000", "1e3", "1.5e1", "10e-1", "-0.0", "1_000",
                "0x1F",
            ],
            ["1.5", "-1.5", ".5", "15e-1", "1.50e0", "1.0000000000000000000000000000000000000001", "1e-30"]
        ),
        ("BIGINT", ["9223372036854775807", "1e18"], ["9223372036854775806.4", "1.5"]),
        (
            "DECIMAL(10,2)",
            ["1", "-2", "1.5", "1.50", "1.500", "-1.500", "1.5e1", "155e-2", "1e3", ".5", "1.", "1_0.5", "0.000"],
            ["1.999", "-1.999", "1.5e-3", "1555e-3", "0.001", "1.00000000000000000000000000000001"]
        ),
        ("DECIMAL(10, 1)", ["1.50", "2"], ["1.55"]),
        ("DECIMAL(4,0)", ["1.0", "1e3"], ["1.5"]),
        (
            "DATE",
            [
                "2025-01-01", "2025/01/02", "2025-1-2", "2025-01-01 00:00:00", "2025-01-01T00:00",
                "2025-01-01T00:00:00Z",
                "2025-01-01 00:00:00.000", "2025-01-01 00:00:00+00:00", " 2025-01-01 ", "infinity",
            ],
            [
                "2025-01-01 10:00:00", "2025-01-01 00:00:01", "2025-01-01 00:00:00.0000001", "2025-01-01 garbage",
                "2025-01-01xyz", "2025-1-1 5", "20-1-1x-xx", "2025-01-01 00:00:00-03",
            ]
        ),
        (
            "TIMESTAMP",
            [
                "2025-01-01 10:00:00", "2025-01-01T10:00:00", "2025-01-01 10:00:00.123456",
                "2025-01-01 10:00:00.1234560",
                "2025-01-01 10:00:00Z", "2025-01-01 10:00:00+00:00", "2025-01-01", "2025-01-01 10:00:00 UTC",
            ],
            [
                "2025-01-01 10:00:00-03", "2025-1-1 5:00:00-03", "2025-01-01 10:00:00+05:30",
                "2025-01-01 10:00:00.1234567",
            ]
        ),
        (
            "TIMESTAMPTZ", ["2025-01-01 10:00:00-03", "2025-01-01 10:00:00.123456+00"],
            ["2025-01-01 10:00:00.1234567+00"]
        ),
        ("DOUBLE", ["1.5", "0.1234567890123456789"], []),
    ]

    @Test(arguments: cases.indices)
    func `what a type holds is taken, and what it would cut is not`(index: Int) throws {
        let (type, exact, lossy) = Self.cases[index]
        let columns = [FileColumn("v", type)]
        for text in exact {
            let path = try folder.file("v.csv", "v\n\"\(text)\"\n")
            #expect(
                try session.rows("SELECT v::VARCHAR FROM \(readExactCSV([path], columns: columns))")
                    == session.rows("SELECT v::VARCHAR FROM \(readCSV([path], columns: columns))"),
                "\(text)"
            )
        }
        for text in lossy {
            let path = try folder.file("v.csv", "v\n\"\(text)\"\n")
            #expect(throws: EngineError.self, "\(text)") {
                _ = try session.rows("SELECT * FROM \(readExactCSV([path], columns: columns))")
            }
        }
    }

    @Test(arguments: cases.indices)
    func `of a file with good and bad values the good rows are read and the bad ones told`(index: Int) throws {
        let (type, exact, lossy) = Self.cases[index]
        let columns = [FileColumn("v", type), FileColumn("n", "INTEGER")]
        let lines = (exact + lossy).enumerated().map { "\"\($1)\",\($0)" }
        let path = try folder.file("v.csv", (["v,n"] + lines).joined(separator: "\n"))
        let csv = LossyCSV([path], columns: columns)
        #expect(
            try session.rows("SELECT n FROM \(csv.goodRows(rejects)) ORDER BY n")
                == exact.indices.map { [.integer(Int64($0))] }
        )
        let policyNull = readCSV([path], columns: columns, badRows: .null(rejects))
        #expect(
            try session.rows("SELECT n FROM \(policyNull) WHERE v IS NULL ORDER BY n")
                == lossy.indices.map { [.integer(Int64(exact.count + $0))] }
        )
        guard !lossy.isEmpty else { return }
        try session.execute(rejects.drop)
        #expect(try session.rows(csv.counts(nil)) == [[.integer(Int64(lossy.count)), .integer(0)]])
        _ = try session.rows(csv.search(["v"], rejects))
        #expect(
            try session.rows(
                "SELECT record, column_name, error_type FROM (\(csv.lost(["v"], rejects))) ORDER BY record"
            )
                == lossy.indices.map {
                    [.integer(Int64(exact.count + $0 + 2)), .string("v"), .string("INEXACT")]
                }
        )
    }

    @Test func `a comma for the point is looked at too`() throws {
        let dialect = CSVDialect(delimiter: ";", decimalSeparator: ",")
        let columns = [FileColumn("v", "DECIMAL(10,2)")]
        let good = try folder.file("good.csv", "v\n1,50\n2\n")
        #expect(
            try session.rows("SELECT * FROM \(readExactCSV([good], dialect: dialect, columns: columns))")
                == [[.decimal("1.50")], [.decimal("2.00")]]
        )
        let bad = try folder.file("bad.csv", "v\n1,999\n")
        #expect(throws: EngineError.self) {
            _ = try session.rows("SELECT * FROM \(readExactCSV([bad], dialect: dialect, columns: columns))")
        }
    }
}
