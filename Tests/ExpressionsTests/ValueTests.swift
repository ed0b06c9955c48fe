import Testing

@testable import Expressions

/// Texts to values and back.
struct ValueTests {
    @Test(arguments: [
        ("2025-01-31", DataType.date, Value.date(20_119)), ("1969-12-31", .date, .date(-1)),
        ("2024-02-29", .date, .date(19_782)), ("0001-01-01", .date, .date(-719_162)),
        ("1970-01-02 00:00:01.5", .timestamp, .timestamp(86_401_500_000)),
        ("1969-12-31 23:59:59.999999", .timestamp, .timestamp(-1)),
        ("1970-01-01 00:00:00+00", .timestamptz, .timestamptz(0)), ("-12", .int, .integer(-12)),
        ("5000000000", .bigint, .integer(5_000_000_000)), ("1.5", .double, .double(1.5)),
        ("-12.50", .decimal(precision: 4, scale: 2), .decimal("-12.50")), ("true", .boolean, .boolean(true)),
        ("123e4567-e89b-12d3-a456-426614174000", .uuid, .uuid(0x123e_4567_e89b_12d3, 0xa456_4266_1417_4000)),
        ("00ff", .binary, .binary([0, 255])), ("a", .string, .string("a")),
    ])
    func `canonical text reads back`(_ text: String, _ type: DataType, _ value: Value) {
        #expect(Value(parsing: text, as: type) == value)
        #expect(value.text == text)
    }

    @Test(arguments: [
        ("2025-01-31T14:30", DataType.timestamp, "2025-01-31 14:30:00"),
        ("2025-01-31", .timestamp, "2025-01-31 00:00:00"),
        ("2025-01-01 00:00:00-03:00", .timestamptz, "2025-01-01 03:00:00+00"),
        ("2025-01-01T00:00:00Z", .timestamptz, "2025-01-01 00:00:00+00"), ("t", .boolean, "true"),
        ("12.5", .decimal(precision: 6, scale: 3), "12.500"), ("007.100", .decimal(precision: 4, scale: 1), "7.1"),
        ("-0", .decimal(precision: 4, scale: 1), "0.0"),
    ])
    func `other ways to write a value`(_ text: String, _ type: DataType, _ expected: String) {
        #expect(Value(parsing: text, as: type)?.text == expected)
    }

    @Test(arguments: [
        ("2025-02-29", DataType.date), ("2025-1-1", .date), ("2025-01-01x", .date), ("2025-01-01 24:00:00", .timestamp),
        ("", .timestamp), ("2025-01-01 10:00:00+1", .timestamptz), ("3000000000", .int), ("1.5", .bigint),
        ("0x10", .double),
        ("12.345", .decimal(precision: 6, scale: 2)), ("123.4", .decimal(precision: 3, scale: 1)),
        ("-", .decimal(precision: 3, scale: 1)),
        ("yes", .boolean), ("123e4567e89b12d3a456426614174000", .uuid), ("0", .binary), ("[]", .list(.int)),
    ])
    func `anything else is no value`(_ text: String, _ type: DataType) {
        #expect(Value(parsing: text, as: type) == nil)
    }

    @Test func `the calendar counts every day once`() {
        var expected = civilFromDays(-800_000)
        for days in Int32(-800_000)...100_000 {
            let civil = civilFromDays(days)
            #expect(civil == expected && daysFromCivil(civil.year, civil.month, civil.day) == days)
            expected.day += 1
            if expected.day > daysInMonth(expected.year, expected.month) {
                expected = (expected.year, expected.month + 1, 1)
            }
            if expected.month > 12 { expected = (expected.year + 1, 1, 1) }
        }
    }

    @Test(arguments: [
        ("decimal(12,2)", DataType.decimal(precision: 12, scale: 2)),
        ("DECIMAL( 10 )", .decimal(precision: 10, scale: 0)),
        ("text", .string), ("varchar(20)", .string), ("list< list<long> >", .list(.list(.bigint))),
        ("date[]", .list(.date)),
        ("Integer", .int), ("datetime", .timestamp), ("float", .double), ("bool", .boolean),
    ])
    func `types are read under all their names`(_ text: String, _ type: DataType) {
        #expect(parseDataType(text) == type)
    }

    @Test(arguments: [
        "", "strin", "decimal(39,2)", "decimal(5,6)", "decimal(a)", "decimal()", "list<>", "list<int", "null", "int(3)",
    ])
    func `what is no type is none`(_ text: String) {
        #expect(parseDataType(text) == nil)
    }
}
