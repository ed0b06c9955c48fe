import Testing

@testable import Expressions

/// What binds to what, and what is no expression.
struct ParserTests {
    @Test(arguments: [
        ("1 + 2 * 3 - 4", "[[1 + [2 * 3]] - 4]"),
        ("a || b + 1", "[a || [b + 1]]"),
        ("not a = b and c or d", "[[[not [a = b]] and c] or d]"),
        ("a = b is null", "[[a = b] is null]"),
        ("not a is null", "[not [a is null]]"),
        ("a + 1 between 2 and 3 and c", "[[[a + 1] between 2 and 3] and c]"),
        ("a = b in (1, 2)", "[a = [b in (1, 2)]]"),
        ("a not in ('x', 'it''s')", "[a not in ('x', 'it's')]"),
        ("a not like 'x%' or b ilike 'y'", "[[a not like 'x%'] or [b ilike 'y']]"),
        ("-a::int * - 2", "[[- [cast a int]] * -2]"),
        ("-9223372036854775808", "-9223372036854775808"),
        ("a is not distinct from b + 1", "[a is not distinct from [b + 1]]"),
        ("a is distinct from null and b is not false", "[[a is distinct from null] and [b is not false]]"),
        ("a != 1", "[a <> 1]"),
        ("(1 + 2) % 3", "[[1 + 2] % 3]"),
    ])
    func `operators bind as in PostgreSQL`(_ text: String, _ expected: String) throws {
        #expect(try tree(text) == expected)
    }

    @Test(arguments: [
        ("1.50 + .5 + 2. + 1e3", "[[[1.50 + 0.5] + 2] + 1000.0]"),
        ("TRUE and Null", "[true and null]"),
        ("date '2025-01-31' - interval '1 month 2 days'", "[date'2025-01-31' - interval(1 month 2 days)]"),
        ("interval 3 hours", "interval(10800000000 microseconds)"),
        ("date", "date"),
        ("users.\"Full name\" || Ação", "[users.Full name || Ação]"),
        ("params.date", "params.date"),
        ("product_id -> price * 2", "[product_id->price * 2]"),
        ("UPPER(x) || lower ( y )", "[upper(x) || lower(y)]"),
        ("count(*) + count() + count(distinct a)", "[[count() + count()] + count_distinct(a)]"),
        ("extract(year from at)", "date_part('year', at)"),
        ("case a when 1 then 'x' else 'y' end", "[case a when 1 then 'x' else 'y']"),
        ("case when a > 1 then b end", "[case when [a > 1] then b]"),
        ("try_cast(a as decimal(12, 2))", "[try_cast a decimal(12,2)]"),
        ("cast(a as list<varchar>)", "[cast a list<string>]"),
        ("[1, 2]", "list(1, 2)"),
        ("a -- a note\n + /* here */ 1", "[a + 1]"),
    ])
    func `literals, names and calls are read`(_ text: String, _ expected: String) throws {
        #expect(try tree(text) == expected)
    }

    @Test(arguments: [
        ("", "0..<0 EST4001 the expression is empty"),
        ("a >", "3..<3 EST4001 the expression ends too early (expected a value)"),
        ("a b", "2..<3 EST4001 unexpected 'b'"),
        ("(a", "2..<2 EST4001 the expression ends too early (expected ')')"),
        ("f(a, ", "5..<5 EST4001 the expression ends too early (expected a value)"),
        ("a in ()", "7..<7 EST4001 the expression ends too early (expected a value)"),
        ("'abc", "0..<1 EST4001 a text without its closing quote"),
        ("ação = ‘x’", "9..<12 EST4001 unexpected character '‘' (write text in '…' and names in \"…\")"),
        ("a < b < c", "6..<7 EST4001 comparisons do not chain (join two comparisons with 'and')"),
        ("2x", "0..<1 EST4001 a name cannot start with a digit (put the name in double quotes)"),
        ("$x", "0..<1 EST4001 unexpected character '$' (parameters are written without '$': params.date)"),
        (
            "a is 3",
            "5..<6 EST4001 unexpected number 3 (expected 'null', 'true', 'false' or 'distinct from' after 'is')"
        ),
        ("cast(a as strin)", "10..<15 EST4001 unknown type 'strin' (did you mean 'string'?)"),
        (
            "interval '3 moons'",
            "0..<18 EST4001 not an interval (write whole numbers and units: interval '3 days', interval '1 month 12 hours')"
        ),
        (
            "sum(distinct a)",
            "4..<12 EST4001 'distinct' stands only in 'count' (remove doubles in a 'distinct' step first)"
        ),
        ("case else 1 end", "5..<9 EST4001 unexpected 'else' (expected a value)"),
        ("\"\"", "0..<2 EST4001 empty name (write an empty text as '')"),
        ("a; drop", "1..<2 EST4001 unexpected character ';'"),
        ("123456789012345678901234567890123456789", "0..<39 EST4001 a number has at most 38 digits"),
        ("1e999", "0..<5 EST4001 the number is too large"),
    ])
    func `what is no expression is pointed at`(_ text: String, _ expected: String) {
        #expect(issues(text) == [expected])
    }

    @Test func `ranges are UTF-8 offsets`() throws {
        let parsed = try Expression.parse("\"Ação\" = 'é' and b")
        guard case .binary("and", let left, let right) = parsed.node else { throw Missing() }
        #expect([parsed.range, left.range, right.range] == [0..<21, 0..<15, 20..<21])
    }

    @Test func `depth and length have limits`() {
        let deep = String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000)
        let wide = Array(repeating: "1", count: 5000).joined(separator: " + ")
        let long = String(repeating: " ", count: 1 << 16) + "1"
        let tooDeep = "EST4001 the expression is nested more than 128 levels deep"
        let help = " (compute parts of it as columns of their own first)"
        #expect(issues(deep) == ["128..<129 \(tooDeep)\(help)"])
        #expect(issues(wide) == ["0..<513 \(tooDeep)\(help)"])
        #expect(issues(long) == ["0..<65537 EST4001 the expression is longer than 65536 bytes"])
        #expect(issues(String(repeating: "not ", count: 5000)).count == 1)
        #expect(issues(String(repeating: "case ", count: 5000)).count == 1)
        #expect(issues("cast(a as " + String(repeating: "list<", count: 5000)).count == 1)
    }

    @Test(arguments: ["or", "and", "||"])
    func `terms with one operator between them are one level, however many`(_ name: String) throws {
        let terms = (0..<3000).map { "status = 'a\($0)'" }
        let operands = name == "||" ? (0..<3000).map { "'a\($0)'" } : terms
        let chain = try Expression.parse(operands.joined(separator: " \(name) "))
        #expect(chain.depth < 48)
        var leaves: [Int] = []
        func visit(_ expression: Expression) {
            guard case .binary(name, let left, let right) = expression.node else {
                return leaves.append(expression.range.lowerBound)
            }
            visit(left)
            visit(right)
        }
        visit(chain)
        #expect(leaves.count == 3000 && leaves == leaves.sorted())
        // Short ones are read from left to right.
        let short = try Expression.parse(operands[..<3].joined(separator: " \(name) "))
        guard case .binary(name, let left, _) = short.node, case .binary(name, _, _) = left.node else {
            throw Missing()
        }
    }

    @Test func `noise gives an issue and never a crash`() {
        let pieces = [
            "(", ")", "'", "\"", "a", "1", ".", "->", "::", "case", "when", "then", "end", "not", "in", "like",
            "between",
            "and", "is", "null", ",", "[", "]", "-", "*", "interval", "date", "cast", "as", "é", "\u{0}", "int", "<",
            ">",
        ]
        var state: UInt64 = 42
        for _ in 0..<3000 {
            var text = ""
            for _ in 0..<12 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text += pieces[Int(state >> 33) % pieces.count] + " "
            }
            #expect(issues(text).allSatisfy { $0.contains("EST4") })
        }
    }

    private struct Missing: Error {}
}
