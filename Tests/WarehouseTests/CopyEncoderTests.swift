import Engines
import Testing

@testable import Warehouse

/// The bytes themselves, by the COPY page of PostgreSQL's manual.
struct CopyEncoderTests {
    @Test func `frames rows with header, counts, nulls and trailer`() throws {
        let bytes = try encoded([.integer, .text], [.int32([1, nil]), .text(["añ", nil])])
        #expect(
            bytes == Array("PGCOPY\n".utf8) + [0xFF, 0x0D, 0x0A, 0] + [0, 0, 0, 0, 0, 0, 0, 0]
                + [0, 2, 0, 0, 0, 4, 0, 0, 0, 1, 0, 0, 0, 3, 0x61, 0xC3, 0xB1]
                + [0, 2, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF] + [0xFF, 0xFF]
        )
    }

    @Test func `writes fixed-width values big-endian, times since 2000`() throws {
        #expect(try field(.boolean, .bool([1])) == [1])
        #expect(try field(.smallint, .int32([-2])) == [0xFF, 0xFE])
        #expect(try field(.bigint, .int16([258])) == [0, 0, 0, 0, 0, 0, 1, 2])
        #expect(try field(.double, .double([-2])) == [0xC0, 0, 0, 0, 0, 0, 0, 0])
        #expect(try field(.date, .date([10_957])) == [0, 0, 0, 0])
        #expect(try field(.timestamp, .timestamp([946_684_800_000_001])) == [0, 0, 0, 0, 0, 0, 0, 1])
        #expect(try field(.date, .date([.max])) == [0x7F, 0xFF, 0xFF, 0xFF])
        #expect(try field(.date, .date([-.max])) == [0x80, 0, 0, 0])
        #expect(try field(.jsonb, .json(["1"])) == [1, 0x31])
        let uuid: UInt128 = 0x0011_2233_4455_6677_8899_AABB_CCDD_EEFF
        let uuidBytes: [UInt8] = (0...15).map { $0 * 17 }
        #expect(try field(.uuid, .uuid([uuid])) == uuidBytes)
        #expect(try field(.uuid, .text(["00112233-4455-6677-8899-AABBccddeeff"])) == uuidBytes)
        #expect(try field(.text, .uuid([uuid])) == Array("00112233-4455-6677-8899-aabbccddeeff".utf8))
    }

    @Test(arguments: [
        (Int64(0), 2, [0, 0, 0, 2] as [Int16]), (12_345_678, 4, [2, 0, 0, 4, 1234, 5678]),
        (-1, 2, [1, -1, 0x4000, 2, 100]), (10_000, 0, [1, 1, 0, 0, 1]), (123_456, 3, [2, 0, 0, 3, 123, 4560]),
        (5, 7, [1, -2, 0, 7, 50]), (.min, 0, [5, 4, 0x4000, 0, 922, 3372, 368, 5477, 5808]),
    ])
    func `writes decimals as groups of four digits`(unscaled: Int64, scale: Int, words: [Int16]) throws {
        let bytes = words.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
        #expect(try field(.numeric(precision: 38, scale: scale), .decimal64([unscaled], scale: scale)) == bytes)
        #expect(
            try field(.numeric(precision: 38, scale: scale), .decimal128([Int128(unscaled)], scale: scale)) == bytes
        )
    }

    @Test func `refuses values that do not fit, naming row and column`() throws {
        #expect(
            try engineError { _ = try encoded([.text], [.text(["a", "b\0c"])]) }
                == EngineError(
                    .conversion,
                    "row 2, column 'c0': the text holds U+0000, which PostgreSQL cannot store",
                    code: "22021",
                    hint: "remove the character before the load: replace(column, chr(0), '')"
                )
        )
        let long = String(repeating: "x", count: 30) + "\0" + String(repeating: "y", count: 3)
        #expect(try engineError { _ = try encoded([.jsonb], [.json([long])]) }.code == "22021")
        #expect(
            try engineError { _ = try encoded([.smallint], [.int64([1, 2, 40_000])]) }.description
                == "[22003] row 3, column 'c0': the value is out of the range of smallint "
                + "(widen the column's type, or correct the value before the load)"
        )
        #expect(try engineError { _ = try encoded([.bigint], [.int128([Int128(1) << 64])]) }.code == "22003")
        #expect(try engineError { _ = try encoded([.date], [.date([-2_440_589])]) }.code == "22003")
        #expect(try engineError { _ = try encoded([.timestamp], [.timestamp([.min])]) }.code == "22003")
        #expect(
            try engineError { _ = try encoded([.uuid], [.text(["00112233-4455-6677-8899-aabbccddeefg"])]) }.message
                == "row 1, column 'c0': the text is not a uuid"
        )
    }

    @Test func `refuses a column that has no encoding before any row`() throws {
        #expect(
            try engineError { _ = try encoded([.date], [.text([])]) }.description
                == "[42804] column 'c0': values of type string do not go into date (cast the column before the load)"
        )
        #expect(try engineError { _ = try encoded([.timestamptz], [.timestamp([])]) }.code == "42804")
        #expect(try engineError { _ = try encoded([.other("point")], [.text([])]) }.code == "42804")
    }

    @Test func `sends pieces that end with a row, and grows for a long text`() throws {
        let texts = (0..<100).map { String(repeating: "é", count: $0 * 10) }
        var pieces: [[UInt8]] = []
        var encoder = CopyEncoder([CopyColumn("c", .text, source: 0)], pieceSize: 1000)
        try withBatch([.text(texts + [String(repeating: "z", count: 3_000_000)])]) { batch in
            try encoder.append(batch) { pieces.append(Array($0)) }
        }
        try encoder.finish { pieces.append(Array($0)) }
        var whole: [UInt8] = []
        var one = CopyEncoder([CopyColumn("c", .text, source: 0)], pieceSize: 8 << 20)
        try withBatch([.text(texts + [String(repeating: "z", count: 3_000_000)])]) { batch in
            try one.append(batch) { whole += Array($0) }
        }
        try one.finish { whole += Array($0) }
        #expect(encoder.rowCount == 101)
        #expect(pieces.count > 50)
        #expect(pieces.flatMap(\.self) == whole)
    }

    private func encoded(_ types: [PostgresType], _ columns: [TestColumn]) throws -> [UInt8] {
        var bytes: [UInt8] = []
        var encoder = CopyEncoder(types.enumerated().map { CopyColumn("c\($0)", $1, source: $0) })
        try withBatch(columns) { batch in try encoder.append(batch) { bytes += Array($0) } }
        try encoder.finish { bytes += Array($0) }
        return bytes
    }

    /// The one field of one row: without header (19), field count (2), length (4) and trailer (2).
    private func field(_ type: PostgresType, _ column: TestColumn) throws -> [UInt8] {
        Array(try encoded([type], [column]).dropFirst(25).dropLast(2))
    }
}
