import Expressions
import Quality
import Reporting
import TestSupport
import Testing

/// Suites in our own form.
struct SuiteReadingTests {
    private func meanings(_ lines: String) -> [String] { expectations(lines).expectations.map(\.canonical) }

    @Test(arguments: [
        ("- not_null: user_id", [#"{"kind":"not_null","column":"user_id","severity":"critical"}"#]),
        (
            "- unique: [a, b]",
            [
                #"{"kind":"unique","column":"a","severity":"critical"}"#,
                #"{"kind":"unique","column":"b","severity":"critical"}"#,
            ]
        ),
        ("- compound_unique: [a, b]", [#"{"kind":"compound_unique","columns":["a","b"],"severity":"critical"}"#]),
        (
            "- between: {column: a, min: 0.01, strict_min: true, mostly: 99%, severity: warning, where: \"b = 'x'\"}",
            [
                #"""
                {"kind":"between","column":"a","min":0.01,"strict_min":true,"mostly":0.99,"where":"b = 'x'","severity":"warning"}
                """#
            ]
        ),
        (
            "- in_set: {column: a, values: [1, x, 'true']}",
            [#"{"kind":"in_set","column":"a","values":[1,"x",true],"severity":"critical"}"#]
        ),
        ("- expression: a >= b", [#"{"kind":"expression","expression":"a >= b","severity":"critical"}"#]),
        ("- column_set: [a, b]", [#"{"kind":"column_set","columns":["a","b"],"severity":"critical"}"#]),
        (
            "- mean: {column: a, at_least: 1, at_most: 2, id: m, note: why}",
            [#"{"kind":"mean","column":"a","at_least":1,"at_most":2,"severity":"critical"}"#]
        ),
    ])
    func `a line and what it means`(line: String, meaning: [String]) {
        #expect(meanings("  " + line) == meaning)
    }

    @Test func `a suite without a name has its file's`() {
        #expect(suite("expectations: [{not_null: a}]", file: "expectations/users.yaml").suite?.name == "users")
        #expect(suite("{suite: people, expectations: [{not_null: a}]}").suite?.name == "people")
    }

    @Test func `an expectation keeps its note, its id and its place`() throws {
        let text = MarkedText(
            """
            suite: orders
            expectations:
              - not_null: 1️⃣{column: user_id, note: every order has a buyer, id: buyer}1️⃣
            """
        )
        let expectation = try #require(suite(text.text, file: "test.yaml").suite?.expectations.first)
        #expect(expectation.note == "every order has a buyer")
        #expect(expectation.id == "buyer")
        #expect(expectation.span == text.span("1️⃣"))
    }

    @Test func `what is wrong in one expectation leaves the others`() {
        let text = MarkedText(
            """
            suite: orders
            expectations:
              - 1️⃣not_nul1️⃣: user_id
              - between: {column: quantity, 2️⃣minn2️⃣: 1}
              - not_null: {column: user_id, severity: 3️⃣fatal3️⃣}
              - not_null: order_id
            """,
            path: "expectations/orders.yaml"
        )
        let (read, found) = suite(text.text)
        #expect(
            read?.expectations.map(\.canonical) == [#"{"kind":"not_null","column":"order_id","severity":"critical"}"#]
        )
        #expect(found.sorted.map { text.marker(at: $0.span.start.offset) } == ["1️⃣", "2️⃣", "3️⃣"])
        #expect(
            found.sorted.map(\.help?.description) == [
                "did you mean 'not_null'?", "did you mean 'min'?", "use 'critical', 'warning' or 'info'",
            ]
        )
    }

    @Test func `the meaning tells two suites apart, its notes and places do not`() {
        let one = suite("suite: a\nexpectations:\n  - not_null: user_id").suite
        let same = suite("suite: b\n\nexpectations:\n  - not_null: {column: user_id, note: why}").suite
        let other = suite("suite: a\nexpectations:\n  - not_null: order_id").suite
        #expect(one?.canonical == same?.canonical)
        #expect(one?.canonical != other?.canonical)
    }
}
