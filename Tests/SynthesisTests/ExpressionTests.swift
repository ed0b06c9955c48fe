import Expressions
import Testing

@testable import Synthesis

struct ExpressionTests {
    /// The value of an expression in a row with `n` 7, `price` 12.35, `word` ` Olá `, `day` 2024-01-31, `at` noon of it,
    /// `none` null and `id` a UUID.
    private func value(_ expression: String) throws -> String {
        let day = daysFromCivil(2024, 1, 31)
        let columns: [(String, Value)] = [
            ("n", .integer(7)), ("price", .decimal("12.35")), ("word", .string(" Olá ")), ("day", .date(day)),
            ("at", .timestamp(Int64(day) * microsecondsPerDay + microsecondsPerDay / 2)), ("half", .double(0.5)),
        ]
        let table = SyntheticTable(
            "t",
            rows: 1,
            columns: columns.map { SyntheticColumn($0.0, ConstantColumn($0.1), isHidden: true) } + [
                SyntheticColumn("none", SequenceColumn(), nullShare: 1, isHidden: true),
                SyntheticColumn("value", ExpressionColumn(try parsed(expression))),
            ]
        )
        return try written([table], dialect: CSVDialect(null: "null"))[1]
    }

    @Test(arguments: [
        ("1 + 2 * 3", "7"), ("n - 10", "-3"), ("n % 4", "3"), ("n / 2", "3.5"), ("n / 0", "null"), ("n % 0", "null"),
        ("price * 2", "24.70"), ("price + 0.005", "12.355"), ("-price", "-12.35"), ("price * half", "6.175"),
        ("price * n", "86.45"), ("price - n", "5.35"), ("none + 1", "null"),
    ])
    func `arithmetic`(expression: String, expected: String) throws {
        #expect(try value(expression) == expected)
    }

    @Test(arguments: [
        ("n = 7", "true"), ("n <> 7.0", "false"), ("price > n", "true"), ("word = 'x'", "false"),
        ("day < date '2024-02-01'", "true"), ("at >= timestamp '2024-01-31 12:00:00'", "true"), ("none = 1", "null"),
        ("none is null", "true"), ("n is not null", "true"), ("n in (1, 7)", "true"), ("n not in (1, 2)", "true"),
        ("n between 7 and 9", "true"), ("n not between 8 and 9", "true"), ("none = 1 or n = 7", "true"),
        ("none = 1 and n = 7", "null"), ("none = 1 and n = 8", "false"), ("not (n = 7)", "false"),
        ("(none = 1) is true", "false"), ("half < 1", "true"),
    ])
    func `logic`(expression: String, expected: String) throws {
        #expect(try value(expression) == expected)
    }

    @Test(arguments: [
        ("case when n > 5 then 'many' else 'few' end", "many"), ("case n when 1 then 'one' end", "null"),
        ("cast(price as int)", "12"), ("cast(n as decimal(10,2))", "7.00"), ("cast(price as string)", "12.35"),
        ("cast('12.5' as double)", "12.5"), ("cast(at as date)", "2024-01-31"),
        ("cast(at as string)", "2024-01-31 12:00:00"),
        ("cast(day as timestamp)", "2024-01-31T00:00:00"), ("cast('x' as int)", "null"), ("cast(12.5 as int)", "13"),
        ("day + interval '1 month'", "2024-02-29"), ("day + 1", "2024-02-01"),
        ("at - interval '1 day'", "2024-01-30T12:00:00"),
        ("at + interval '90 seconds'", "2024-01-31T12:01:30"), ("day - date '2024-01-01'", "30"),
        ("word || 'x'", " Olá x"),
    ])
    func `choices, casts and times`(expression: String, expected: String) throws {
        #expect(try value(expression) == expected)
    }

    @Test(arguments: [
        ("word like '%l_ '", "true"), ("word like 'olá'", "false"), ("word ilike '%OLÁ%'", "true"),
        ("word like ''", "false"),
        ("word not like '%x%'", "true"), ("cast(none as string) like '%'", "null"), ("'a%b' like 'a_b'", "true"),
        ("'aXbXc' like '%X_'", "true"),
        ("starts_with(word, ' O')", "true"), ("ends_with(word, 'á ')", "true"), ("contains(word, 'lá')", "true"),
        ("contains(word, '')", "true"), ("contains(word, 'la')", "false"), ("position(word, ' ')", "1"),
        ("position('maçãs', 's')", "5"), ("position(word, 'x')", "0"), ("regexp_matches(word, '^ [A-Z]')", "true"),
        ("regexp_matches(word, '^[a-z]+$')", "false"), ("contains(cast(none as string), 'x')", "null"),
    ])
    func `searches in texts`(expression: String, expected: String) throws {
        #expect(try value(expression) == expected)
    }
}

/// Conditions over rows that are known, in which there may be lists.
struct KnownRowsTests {
    private let rows = KnownRows(
        count: 4,
        columns: [
            ("tags", .list(.string), [.list([.string("a"), .string("b")]), .list([]), .list([.string("b")]), .null]),
            ("word", .string, [.string("b"), .string("b"), .string("a"), .string("a")]),
            ("n", .bigint, [.integer(1), .null, .integer(3), .integer(4)]),
        ])

    @Test(arguments: [
        ("list_contains(tags, 'b')", [true, false, true, false]),
        ("list_contains(tags, word)", [true, false, false, false]),
        ("not list_contains(tags, word)", [false, true, true, false]),
        ("list_length(tags) = 0", [false, true, false, false]),
        ("tags is null", [false, false, false, true]), ("n > 1", [false, false, true, true]),
        ("null", [false, false, false, false]),
        ("list_length(tags) < n", [false, false, true, false]),
        ("list_contains(['b', 'c'], word)", [true, true, false, false]),
        ("list_contains(tags, 'b') and list_contains([1, 3], 3)", [true, false, true, false]),
    ])
    func `a condition holds in the rows in which it is true`(condition: String, expected: [Bool]) throws {
        #expect(try rowsHolding(parsed(condition), among: rows) == expected)
    }

    @Test(arguments: [
        "list_sort(tags) is null", "coalesce(tags, tags) is null", "list_contains([word], word)", "initcap(word) = 'A'",
    ])
    func `what takes an engine is said of no rows too`(condition: String) {
        var none = rows
        none.count = 0
        none.columns = rows.columns.map { ($0.name, $0.type, []) }
        #expect(throws: SynthesisIssue.Reason.self) { try rowsHolding(parsed(condition), among: none) }
    }
}
