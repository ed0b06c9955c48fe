import Engines
import Expressions
import Testing

@testable import Warehouse

/// Edge values of every type go in by binary COPY and come back as the server itself writes them.
@Suite(needsPostgres)
struct RoundTripTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var type: String
        var make: @Sendable () -> TestColumn
        var expected: [String?]
        var testDescription: String { "\(type) \(expected.count)" }

        init(_ type: String, _ make: @autoclosure @escaping @Sendable () -> TestColumn, _ expected: [String?]) {
            self.type = type
            self.make = make
            self.expected = expected
        }
    }

    static let largest = Int128("99999999999999999999999999999999999999")!
    static let uuid: UInt128 = 0xFFEE_DDCC_BBAA_9988_7766_5544_3322_1100

    static let cases: [Case] = [
        Case("boolean", .bool([1, 0, nil]), ["t", "f", nil]),
        Case("smallint", .int16([.min, .max, nil]), ["-32768", "32767", nil]),
        Case("smallint", .int32([-32768, 32767]), ["-32768", "32767"]),
        Case("integer", .int32([.min, 0, .max]), ["-2147483648", "0", "2147483647"]),
        Case("integer", .int64([-2_147_483_648, nil]), ["-2147483648", nil]),
        Case("bigint", .int64([.min, .max]), ["-9223372036854775808", "9223372036854775807"]),
        Case("bigint", .int128([Int128(Int64.min), 7]), ["-9223372036854775808", "7"]),
        Case(
            "double precision",
            .double([0, -0.0, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, 0.1]),
            ["0", "-0", "Infinity", "-Infinity", "NaN", "5e-324", "0.1"]
        ),
        Case("double precision", .int32([-5]), ["-5"]),
        Case(
            "numeric(4,2)",
            .decimal16([9999, -9999, 0, 1, nil], scale: 2),
            ["99.99", "-99.99", "0.00", "0.01", nil]
        ),
        Case("numeric(9,0)", .decimal32([999_999_999, 10_000, -1], scale: 0), ["999999999", "10000", "-1"]),
        Case(
            "numeric(12,2)",
            .decimal64([1_250, 100_000_000, 99, -5], scale: 2),
            ["12.50", "1000000.00", "0.99", "-0.05"]
        ),
        Case("numeric(18,5)", .decimal64([999_999_999_999_999_999, 1], scale: 5), ["9999999999999.99999", "0.00001"]),
        Case(
            "numeric(38,0)",
            .decimal128([largest, -largest], scale: 0),
            ["99999999999999999999999999999999999999", "-99999999999999999999999999999999999999"]
        ),
        Case(
            "numeric(38,38)",
            .decimal128([largest, 1], scale: 38),
            ["0.99999999999999999999999999999999999999", "0.00000000000000000000000000000000000001"]
        ),
        Case("numeric(38,37)", .decimal128([-largest], scale: 37), ["-9.9999999999999999999999999999999999999"]),
        Case(
            "numeric(38,3)",
            .decimal128([largest, 10_000_000], scale: 3),
            ["99999999999999999999999999999999999.999", "10000.000"]
        ),
        Case(
            "numeric",
            .int128([.min, .max]),
            ["-170141183460469231731687303715884105728", "170141183460469231731687303715884105727"]
        ),
        Case("numeric(19,0)", .int64([.min]), ["-9223372036854775808"]),
        Case(
            "text",
            .text(["", "a", "twelve bytes", "thirteen byte", "São João 🎉", "a\tb\n\\N", nil]),
            ["", "a", "twelve bytes", "thirteen byte", "São João 🎉", "a\tb\n\\N", nil]
        ),
        Case("character varying(3)", .text(["abc", "çãé"]), ["abc", "çãé"]),
        Case("text", .uuid([uuid]), ["ffeeddcc-bbaa-9988-7766-554433221100"]),
        Case("json", .json([#"{"b": 1, "a":[ ]}"#]), [#"{"b": 1, "a":[ ]}"#]),
        Case("jsonb", .json([#"{"b": 1, "a":[ ]}"#, "null", nil]), [#"{"a": [], "b": 1}"#, "null", nil]),
        Case(
            "bytea",
            .binary([[], [0, 255], Array(repeating: 7, count: 13)]),
            ["\\x", "\\x00ff", "\\x07070707070707070707070707"]
        ),
        Case(
            "uuid",
            .uuid([uuid, 0, .max, nil]),
            [
                "ffeeddcc-bbaa-9988-7766-554433221100", "00000000-0000-0000-0000-000000000000",
                "ffffffff-ffff-ffff-ffff-ffffffffffff", nil,
            ]
        ),
        Case("uuid", .text(["FFEEDDCC-bbaa-9988-7766-554433221100"]), ["ffeeddcc-bbaa-9988-7766-554433221100"]),
        Case(
            "date",
            .date([0, -1, 10_957, -719_162, -2_440_588, 2_145_042_905, .max, -.max]),
            [
                "1970-01-01", "1969-12-31", "2000-01-01", "0001-01-01", "4714-11-24 BC", "5874897-12-31", "infinity",
                "-infinity",
            ]
        ),
        Case(
            "timestamp without time zone",
            .timestamp([0, -1, 1_709_211_600_123_456, -210_866_803_200_000_000, .max - 1, .max, -.max]),
            [
                "1970-01-01 00:00:00", "1969-12-31 23:59:59.999999", "2024-02-29 13:00:00.123456",
                "4714-11-24 00:00:00 BC",
                "294247-01-10 04:00:54.775806", "infinity", "-infinity",
            ]
        ),
        Case(
            "timestamp with time zone",
            .timestamptz([0, 1_709_211_600_000_000]),
            ["1970-01-01 00:00:00+00", "2024-02-29 13:00:00+00"]
        ),
    ]

    @Test func `every value comes back as the server writes it`() throws {
        let database = try TestDatabase()
        let connection = try database.connect()
        for example in Self.cases {
            try connection.execute(
                "CREATE TEMPORARY TABLE t (place serial, value \(SQL(trusted: example.type)))"
            )
            var encoder = CopyEncoder([CopyColumn("value", PostgresType(serverSpelling: example.type), source: 0)])
            let stored = try connection.copyIn("COPY t (value) FROM STDIN (FORMAT binary)") { writer in
                try withBatch([example.make()]) { batch in try encoder.append(batch) { try writer.send($0) } }
                try encoder.finish { try writer.send($0) }
            }
            let found = try connection.rows("SELECT value::text FROM t ORDER BY place").map { $0[0] }
            #expect(stored == example.expected.count)
            // `boolean::text` is written out, unlike a boolean in a row.
            #expect(found.map { example.type == "boolean" ? $0.map { String($0.prefix(1)) } : $0 } == example.expected)
            try connection.execute("DROP TABLE t")
        }
    }
}
