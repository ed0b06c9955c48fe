import DuckDBEngine
import Engines
import Expressions
import TestSupport
import Testing

/// Single values of every type that the engine reads.
@Suite(.ownThreads) struct ValueTests {
    @Test(
        arguments: [
            ("true", .boolean(true)),
            ("(-3)::tinyint", .integer(-3)),
            ("300::smallint", .integer(300)),
            ("-70000", .integer(-70000)),
            ("9223372036854775807", .integer(.max)),
            ("250::utinyint", .integer(250)),
            ("65000::usmallint", .integer(65000)),
            ("4294967295::uinteger", .integer(4_294_967_295)),
            ("18446744073709551615::ubigint", .decimal("18446744073709551615")),
            ("sum(7)", .integer(7)),
            (
                "'-170141183460469231731687303715884105728'::hugeint",
                .decimal("-170141183460469231731687303715884105728")
            ),
            ("1.5::float", .double(1.5)),
            ("0.1::double", .double(0.1)),
            ("-0.05::decimal(4,2)", .decimal("-0.05")),
            ("1234567.89::decimal(9,2)", .decimal("1234567.89")),
            ("-12.5::decimal(18,2)", .decimal("-12.50")),
            ("12345678901234567890123456.789::decimal(38,3)", .decimal("12345678901234567890123456.789")),
            ("42::decimal(38,0)", .decimal("42")),
            ("'São Paulo'", .string("São Paulo")),
            ("'exactly12byt'", .string("exactly12byt")),
            ("'more than twelve bytes'", .string("more than twelve bytes")),
            ("''", .string("")),
            ("'\\x00\\xFF'::blob", .binary([0, 255])),
            ("date '1970-01-11'", .date(10)),
            ("date '1969-12-31'", .date(-1)),
            ("timestamp '1970-01-01 00:00:01.5'", .timestamp(1_500_000)),
            ("'1970-01-01 00:00:02'::timestamp_s", .timestamp(2_000_000)),
            ("'1970-01-01 00:00:02.003'::timestamp_ms", .timestamp(2_003_000)),
            ("'1970-01-01 00:00:00.000001999'::timestamp_ns", .timestamp(1)),
            ("'1969-12-31 23:59:59.999999999'::timestamp_ns", .timestamp(-1)),
            ("timestamptz '1970-01-01 01:00:00+01'", .timestamptz(0)),
            ("uuid '00112233-4455-6677-8899-aabbccddeeff'", .uuid(0x0011_2233_4455_6677, 0x8899_aabb_ccdd_eeff)),
            ("uuid 'ffffffff-ffff-ffff-ffff-ffffffffffff'", .uuid(.max, .max)),
            ("null::uuid", .null),
            ("[1, null, 3]", .list([.integer(1), .null, .integer(3)])),
            ("[['a'], []]", .list([.list([.string("a")]), .list([])])),
        ] as [(String, Value)]
    )
    func `reads a value as it is`(expression: String, value: Value) throws {
        let query: SQL = "select \(SQL(trusted: expression))"
        #expect(try TestDuckDB.session().rows(query) == [[value]])
    }

    @Test func `rows keep their order and nulls beyond one chunk`() throws {
        let rows = try TestDuckDB.session().rows(
            "select case when i % 3 = 0 then null else i end from range(5000) t(i) order by i"
        )
        let expected: [[Value]] = (0..<5000).map { (i: Int64) in [i % 3 == 0 ? Value.null : Value.integer(i)] }
        #expect(rows == expected)
    }

    @Test func `an empty result has no rows`() throws {
        #expect(try TestDuckDB.session().rows("select 1 where false") == [])
    }

    @Test func `a type without a value names the column and the way out`() {
        expectEngineError(
            EngineError(
                .bind,
                "column 'c' has the DuckDB type 'STRUCT', which cannot be read here",
                hint: "cast it in the query, for example to JSON"
            )
        ) { _ = try TestDuckDB.session().rows("select {'a': 1} as c") }
    }
}
