import CZlib
import Expressions
import Foundation
import Reporting
import Testing

@testable import Synthesis

struct WritingTests {
    private func orders() throws -> SyntheticProgram {
        let tables = [
            SyntheticTable(
                "orders",
                rows: 3000,
                columns: [
                    SyntheticColumn("order_id", UUIDColumn()),
                    SyntheticColumn("user", ReferenceColumn(to: "users", "name", distribution: .zipf(1.1))),
                    SyntheticColumn("quantity", IntegerColumn(min: 1, max: 5)),
                    SyntheticColumn("note", TextColumn(minWords: 1, maxWords: 9)),
                    SyntheticColumn("total", ExpressionColumn(try parsed("quantity * 1.25"))),
                ],
                defects: [
                    RepeatedLines(share: 0.05), NullCells("quantity", share: 0.1),
                    ReplacedCells("user", share: 0.1, with: IntegerColumn(min: 1000, max: 9999)),
                    MarredTexts("note", share: 0.3, .blanks),
                ]
            ),
            SyntheticTable("users", rows: 50, columns: [SyntheticColumn("name", FullNameColumn())]),
        ]
        return try SyntheticDatabase(seed: "bytes", tables: tables).compiled()
    }

    @Test(arguments: [(1, 1), (2, 17), (5, 100), (2, 8192), (3, 3149)])
    func `threads and batches leave no trace`(threads: Int, rowsABatch: Int) throws {
        let program = try orders()
        let text = try writtenText(program, "orders", threads: threads, rowsABatch: rowsABatch)
        var hash = FNV1a()
        hash.combine(text.utf8)
        #expect(hash.value == 272_546_405_915_040_006)
        #expect(text.split(separator: "\n").count == 3151)
        #expect(program.rowCount(of: "orders") == 3150)
    }

    @Test func `another seed gives other bytes`() throws {
        let table = SyntheticTable("t", rows: 3, columns: [SyntheticColumn("v", IntegerColumn(min: 0, max: 1 << 40))])
        #expect(try written([table], seed: "a") != written([table], seed: "b"))
    }

    @Test func `quotes stand where they must`() throws {
        let texts = ["plain", "", "a,b", "say \"hi\"", "two\nlines", "cr\r", "a;b", " blank "]
        let quoted = ["plain", "\"\"", "\"a,b\"", "\"say \"\"hi\"\"\"", "\"two\nlines\"", "\"cr\r\"", "a;b", " blank "]
        for (text, expected) in zip(texts, quoted) {
            let table = SyntheticTable(
                "t",
                rows: 1,
                columns: [
                    SyntheticColumn("word", ConstantColumn(.string(text))),
                    SyntheticColumn("built", TemplateColumn("{word}")),
                ]
            )
            let program = try SyntheticDatabase(seed: "tests", tables: [table]).compiled()
            #expect(try writtenText(program, "t") == "word,built\n\(expected),\(expected)\n")
        }
    }

    @Test func `delimiter, header and null token are the dialect's`() throws {
        let table = SyntheticTable(
            "t",
            rows: 1,
            columns: [
                SyntheticColumn("a;b", ConstantColumn(.string("x;y"))), SyntheticColumn("none", ConstantColumn(.null)),
                SyntheticColumn("na", ConstantColumn(.string("NA"))),
                SyntheticColumn("empty", ConstantColumn(.string(""))),
            ]
        )
        let dialect = CSVDialect(delimiter: UInt8(ascii: ";"), null: "NA")
        #expect(try written([table], dialect: dialect) == ["\"a;b\";none;na;empty", "\"x;y\";NA;\"NA\";\"\""])
        #expect(try written([table], dialect: CSVDialect(hasHeader: false)) == ["x;y,,NA,\"\""])
    }

    @Test func `a table without rows is its header`() throws {
        let table = SyntheticTable("t", rows: 0, columns: [SyntheticColumn("a", UUIDColumn())])
        #expect(try written([table]) == ["a"])
    }

    @Test func `a compressed file holds the same bytes`() throws {
        let program = try orders()
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("synthesis-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }  // a folder that was never made is as good as gone
        let path = folder.appendingPathComponent("2025/orders.csv.gz").path
        let file = try program.writeCSV(table: "orders", threads: 2, to: path)
        let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: path)))
        #expect(file == GeneratedFile(rows: 3150, bytes: bytes.count))
        #expect(String(decoding: inflated(bytes), as: UTF8.self) == (try writtenText(program, "orders")))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path + "/2025") == ["orders.csv.gz"])
    }

    @Test func `a file that fails leaves nothing behind`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("synthesis-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }  // a folder that was never made is as good as gone
        let path = folder.appendingPathComponent("orders.csv").path
        let program = try orders()
        #expect(throws: CancellationError.self) {
            try program.writeCSV(table: "orders", threads: 2, to: path, isCancelled: { true })
        }
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }

    @Test func `a pipe is written to and not replaced`() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("synthesis-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }  // nothing depends on the folder going
        let path = folder.appendingPathComponent("pipe").path
        #expect(mkfifo(path, 0o600) == 0)
        let reader = open(path, O_RDONLY | O_NONBLOCK)
        defer { close(reader) }
        let table = SyntheticTable("t", rows: 2, columns: [SyntheticColumn("id", SequenceColumn())])
        _ = try SyntheticDatabase(seed: "tests", tables: [table]).compiled().writeCSV(table: "t", threads: 1, to: path)
        var bytes = [UInt8](repeating: 0, count: 64)
        let count = read(reader, &bytes, 64)
        #expect(String(decoding: bytes.prefix(max(0, count)), as: UTF8.self) == "id\n1\n2\n")
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["pipe"])
    }

    @Test func `the first failure of the sink ends the writing`() throws {
        let failure = GenerationError(operation: "write", path: "pipe", code: EPIPE)
        let program = try orders()
        #expect(throws: failure) {
            try program.writeCSV(table: "orders", threads: 3, rowsABatch: 10) { _ in throw failure }
        }
        #expect(failure.description == "cannot write 'pipe' (errno 32)")
    }
}

/// All members of a gzip file, by zlib.
private func inflated(_ bytes: [UInt8]) -> [UInt8] {
    var input = bytes
    var found: [UInt8] = []
    input.withUnsafeMutableBufferPointer { input in
        var stream = z_stream()
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        while stream.avail_in > 0 {
            guard inflateInit2_(&stream, 31, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else { return }
            var status = Z_OK
            while status == Z_OK {
                withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1 << 16) { room in
                    stream.next_out = room.baseAddress
                    stream.avail_out = 1 << 16
                    status = inflate(&stream, Z_NO_FLUSH)
                    found.append(contentsOf: room.prefix((1 << 16) - Int(stream.avail_out)))
                }
            }
            inflateEnd(&stream)
            guard status == Z_STREAM_END else { return }
        }
    }
    return found
}
