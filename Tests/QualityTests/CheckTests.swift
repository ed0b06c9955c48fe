import Quality
import Reporting
import TestSupport
import Testing

/// Each expectation against columns it does not fit.
struct CheckTests {
    private func expectFindings(
        _ line: String,
        _ expected: [ExpectedDiagnostic],
        sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let text = MarkedText("suite: orders\nexpectations:\n  - " + line, path: "expectations/orders.yaml")
        var (read, found) = suite(text.text)
        read?.check(against: orders, found: &found)
        expectDiagnostics(found, in: text, expected, sourceLocation: sourceLocation)
    }

    @Test func `a misspelt column gets the closest name`() {
        expectFindings(
            "not_null: [order_id, 1️⃣user_idd1️⃣]",
            [.error("1️⃣", "EST5002", "no column 'user_idd' in the dataset", help: "did you mean 'user_id'?")]
        )
    }

    @Test func `a pattern needs text`() {
        expectFindings(
            "matches: {column: 1️⃣quantity1️⃣, pattern: '^[0-9]+$'}",
            [
                .error(
                    "1️⃣",
                    "EST5003",
                    "column 'quantity' is int, and this needs text",
                    help: "cast the column before it is checked, or expect something else of it"
                )
            ]
        )
    }

    @Test func `a pattern that the engine cannot run is found before it runs`() {
        expectFindings(
            "matches: {column: email, pattern: '^1️⃣(?!1️⃣test).*@'}",
            [
                .error(
                    "1️⃣",
                    "EST5011",
                    "patterns have no look-ahead",
                    help: "say it with two patterns, or with an 'expression'"
                )
            ]
        )
    }

    @Test func `a range needs an order`() {
        expectFindings(
            "between: {column: 1️⃣status1️⃣, min: 1}",
            [.error("1️⃣", "EST5003", "column 'status' is string, and this needs a number, a date or a moment")]
        )
    }

    @Test func `a bound is a value of the column's type`() {
        expectFindings(
            "between: {column: order_date, min: 1️⃣yesterday1️⃣}",
            [
                .error(
                    "1️⃣",
                    "EST5003",
                    "'yesterday' does not compare with a column of type timestamp",
                    help: "write a value of type timestamp"
                )
            ]
        )
    }

    @Test func `a member of a set is a value of the column's type`() {
        expectFindings(
            "in_set: {column: quantity, values: [1, 1️⃣two1️⃣]}",
            [.error("1️⃣", "EST5003", "'two' does not compare with a column of type int")]
        )
    }

    @Test(arguments: ["min: 1️⃣51️⃣, max: 1", "min: 1️⃣51️⃣, max: 5, strict_max: true"])
    func `an empty interval contradicts itself`(bounds: String) {
        expectFindings(
            "between: {column: quantity, \(bounds)}",
            [
                .error(
                    "1️⃣",
                    "EST5004",
                    "no value lies between 5 and \(bounds.contains("strict") ? 5 : 1)",
                    help: "swap the ends or leave one of them out"
                )
            ]
        )
    }

    @Test func `a pair compares like with like`() {
        expectFindings(
            "greater: {column: order_date, than: 1️⃣quantity1️⃣}",
            [
                .error(
                    "1️⃣",
                    "EST5003",
                    "'order_date' is timestamp and 'quantity' is int, which do not compare",
                    help: "cast one of them before they are checked"
                )
            ]
        )
    }

    @Test func `an unknown type gets the closest name`() {
        expectFindings(
            "type: {column: status, is: 1️⃣strng1️⃣}",
            [.error("1️⃣", "EST5003", "no type is called 'strng'", help: "did you mean 'string'?")]
        )
    }

    @Test func `a threshold that nothing fails is a mistake`() {
        expectFindings(
            "not_null: {column: status, mostly: 1️⃣01️⃣}",
            [
                .warning(
                    "1️⃣",
                    "EST5006",
                    "'mostly: 0' is met by any data",
                    help: "name the share that must hold, or take the expectation out"
                )
            ]
        )
    }

    @Test func `a row condition is checked where it is written`() {
        expectFindings(
            "not_null: {column: status, where: 1️⃣quantty1️⃣ > 1}",
            [.error("1️⃣", "EST4003", "no column 'quantty'", help: "did you mean 'quantity'?")]
        )
    }

    @Test func `text has an order of its own`() {
        expectFindings("max: {column: status, at_least: '10', at_most: '9'}", [])
        expectFindings(
            "min: {column: order_date, at_least: 1️⃣2025-02-011️⃣, at_most: 2025-01-31 23:00}",
            [.error("1️⃣", "EST5004", "no value lies between 2025-02-01 and 2025-01-31 23:00")]
        )
    }

    @Test func `an expectation that fits says nothing`() {
        expectFindings("between: {column: quantity, min: 1, max: 5, mostly: 99%, severity: warning}", [])
    }
}
