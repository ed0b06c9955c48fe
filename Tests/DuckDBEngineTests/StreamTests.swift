import DuckDBEngine
import Engines
import Expressions
import Foundation
import TestSupport
import Testing

/// Typed column vectors.
@Suite(.ownThreads) struct StreamTests {
    private struct Stop: Error {}

    @Test(
        arguments: [
            ("true", .boolean, .bool8), ("1::smallint", .int, .int16), ("1", .int, .int32),
            ("1::bigint", .bigint, .int64),
            ("sum(1)", .decimal(precision: 38, scale: 0), .int128), ("1::double", .double, .float64),
            ("date '2026-01-01'", .date, .date32), ("timestamp '2026-01-01'", .timestamp, .micros64),
            ("timestamptz '2026-01-01 00:00:00+00'", .timestamptz, .micros64), ("uuid()", .uuid, .uuid128),
            ("'a'", .string, .string16), ("'a'::blob", .binary, .string16), ("'[]'::json", .json, .string16),
            ("1::decimal(4,2)", .decimal(precision: 4, scale: 2), .decimal16(scale: 2)),
            ("1::decimal(9,2)", .decimal(precision: 9, scale: 2), .decimal32(scale: 2)),
            ("1::decimal(18,2)", .decimal(precision: 18, scale: 2), .decimal64(scale: 2)),
            ("1::decimal(38,2)", .decimal(precision: 38, scale: 2), .decimal128(scale: 2)),
        ] as [(String, DataType, ColumnVector.Layout)]
    )
    func `a column has its type and layout`(expression: String, type: DataType, layout: ColumnVector.Layout) throws {
        var seen: [[String]] = []
        try TestDuckDB.session().stream("select \(SQL(trusted: expression)) as c") { batch in
            seen.append(batch.columns.map { "\($0.type) \($0.layout)" } + ["\(batch.rowCount) row"])
        }
        #expect(seen == [["\(type) \(layout)", "1 row"]])
    }

    @Test func `values and nulls come in order over many batches`() throws {
        var numbers: [Int64?] = []
        try TestDuckDB.session(DuckDBSettings(threads: 1, preserveInsertionOrder: true)).stream(
            "select case when i % 2 = 0 then i end from range(10000) t(i)"
        ) { batch in
            let column = batch.columns[0]
            for row in 0..<batch.rowCount {
                numbers.append(column.isValid(row) ? column.data.load(fromByteOffset: row * 8, as: Int64.self) : nil)
            }
        }
        let expected: [Int64?] = (0..<10000).map { (i: Int64) in i % 2 == 0 ? i : nil }
        #expect(numbers == expected)
    }

    @Test func `an empty result gives no batch`() throws {
        var batches = 0
        try TestDuckDB.session().stream("select 1 where false") { _ in batches += 1 }
        #expect(batches == 0)
    }

    @Test func `an error of the body ends the stream and leaves the connection usable`() throws {
        let session = try TestDuckDB.session()
        var batches = 0
        #expect(throws: Stop.self) {
            try session.stream("select * from range(1000000)") { _ in
                batches += 1
                throw Stop()
            }
        }
        #expect(batches == 1)
        #expect(try session.rows("select 7") == [[.integer(7)]])
    }

    @Test func `a failure in the middle is thrown, not taken for the end`() throws {
        let error = #expect(throws: EngineError.self) {
            try TestDuckDB.session(DuckDBSettings(threads: 1, preserveInsertionOrder: true)).stream(
                "select cast(case when i = 900000 then 'x' else '1' end as int) from range(1000000) t(i)"
            ) { _ in }
        }
        #expect(error?.reason == .conversion)
    }

    @Test func `a type without a layout is refused with the cast to write`() {
        expectEngineError(
            EngineError(
                .bind,
                "column 'mood' has the DuckDB type 'ENUM', which cannot be read here",
                hint: "cast it in the query, for example to VARCHAR"
            )
        ) { try TestDuckDB.session().stream("select 'ok'::enum('ok') as mood") { _ in } }
    }

    /// 4 million rows are 270 MB of text.
    @Test func `memory stays flat however long the result is`() throws {
        let session = try TestDuckDB.session()
        let before = Self.residentBytes()
        var peak = before
        var rows = 0
        try session.stream("select i, repeat('x', 60) || i as text from range(4000000) t(i)") { batch in
            rows += batch.rowCount
            if rows % (1 << 18) < batch.rowCount { peak = max(peak, Self.residentBytes()) }
        }
        #expect(rows == 4_000_000)
        #expect(peak - before < 128 << 20)
    }

    private static func residentBytes() -> Int {
        let statistics = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8)
        let pages = statistics?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
        return (pages ?? 0) * Int(getpagesize())
    }
}
