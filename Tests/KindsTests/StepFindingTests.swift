import Reporting
import TestSupport
import Testing

@testable import Kinds

/// What steps say about inputs that do not fit, at its place.
struct StepFindingTests {
    private func expectFindings(
        _ step: String, _ expected: ExpectedDiagnostic..., sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let text = MarkedText(step)
        let (relation, found) = StepTests.relation(of: text)
        #expect(relation == nil, sourceLocation: sourceLocation)
        expectDiagnostics(found, in: text, expected, sourceLocation: sourceLocation)
    }

    private let columns = "known: day, order_id, price, product_id, quantity"

    @Test func `aggregate needs aggregates, over columns that are there`() {
        expectFindings(
            "aggregate: {by: 1️⃣dayy1️⃣, set: {n: count()}}",
            .error("1️⃣", "EST4003", "no column 'dayy'", help: "did you mean 'day'?"))
        expectFindings(
            "aggregate: {by: day, set: {n: 1️⃣price * 21️⃣}}",
            .error(
                "1️⃣", "EST4026", "'price * 2' is not an aggregate",
                help: "wrap it, as in 'any_value(price * 2)', or move it to 'by'"))
        expectFindings(
            "aggregate: {by: day, set: {1️⃣day1️⃣: count()}}",
            .error(
                "1️⃣", "EST4007", "two columns would be named 'day'",
                help: "each column of the result needs a name of its own"))
    }

    @Test func `cast names the column and the type`() {
        expectFindings(
            "cast: {1️⃣quantty1️⃣: int}",
            .error("1️⃣", "EST4003", "no column 'quantty'", help: "did you mean 'quantity'?"))
        expectFindings(
            "cast: {quantity: 1️⃣nteger1️⃣}",
            .error("1️⃣", "EST3001", "no type named 'nteger'"))
        expectFindings(
            "cast: {price: 1️⃣\"decimal(39,2)\"1️⃣}",
            .error(
                "1️⃣", "EST3001", "no type named 'decimal(39,2)'",
                help: "a decimal has a precision of 1 to 38 and a scale up to it, as in decimal(12,2)"))
    }

    @Test func `dedupe, drop, select and sort name columns that are there`() {
        expectFindings("dedupe: 1️⃣sku1️⃣", .error("1️⃣", "EST4003", "no column 'sku'", help: columns))
        expectFindings(
            "dedupe: {key: day, order: -1️⃣pric1️⃣}",
            .error("1️⃣", "EST4003", "no column 'pric'", help: "did you mean 'price'?"))
        expectFindings("drop: [day, 1️⃣sku1️⃣]", .error("1️⃣", "EST4003", "no column 'sku'", help: columns))
        expectFindings(
            "select: [1️⃣dai1️⃣, 2️⃣sku2️⃣]",
            .error("1️⃣", "EST4003", "no column 'dai'", help: "did you mean 'day'?"),
            .error("2️⃣", "EST4003", "no column 'sku'", help: columns))
        expectFindings("sort: [-1️⃣sku1️⃣]", .error("1️⃣", "EST4003", "no column 'sku'", help: columns))
    }

    @Test func `filter wants a condition`() {
        expectFindings(
            "filter: 1️⃣quantity + 11️⃣",
            .error("1️⃣", "EST4027", "a condition has to be boolean, not int", help: "compare it: … <> 0"))
        expectFindings(
            "filter: 1️⃣quantty1️⃣ > 0",
            .error("1️⃣", "EST4003", "no column 'quantty'", help: "did you mean 'quantity'?"))
    }

    @Test func `distinct and limit want values of their types`() {
        expectFindings(
            "distinct: 1️⃣yes1️⃣",
            .error("1️⃣", "EST1003", "'distinct' must be true or false, found text 'yes'", help: "write true"))
        expectFindings("limit: 1️⃣-11️⃣", .error("1️⃣", "EST1005", "'limit' must be at least 0, found '-1'"))
    }

    @Test func `join wants keys of one type and columns of other names`() {
        expectFindings(
            "join: {with: products, on: 1️⃣quantity1️⃣}",
            .error("1️⃣", "EST4003", "no column 'quantity'", help: "known: category, product_id"))
        expectFindings(
            "join: {with: 1️⃣returns1️⃣, on: order_id}",
            .error(
                "1️⃣", "EST4007", "both sides of the join have 'product_id', 'quantity', 'price', 'day'",
                help: "say which columns to take with 'columns: [...]'"))
        expectFindings(
            "join: {with: returns, on: order_id, columns: [1️⃣price1️⃣]}",
            .error(
                "1️⃣", "EST4007", "two columns would be named 'price'",
                help: "the input has a column of that name; rename one of them"))
    }

    @Test func `rename keeps names apart`() {
        expectFindings(
            "rename: {1️⃣price1️⃣: quantity}",
            .error(
                "1️⃣", "EST4007", "two columns would be named 'price'",
                help: "the input has a column of that name; drop it or rename it too"))
    }

    @Test func `set reports every expression`() {
        expectFindings(
            "set: {a: 1️⃣uper1️⃣(product_id), b: 2️⃣sku2️⃣}",
            .error("1️⃣", "EST4023", "no function 'uper'", help: "did you mean 'upper'?"),
            .error("2️⃣", "EST4003", "no column 'sku'", help: columns))
    }

    @Test func `sql needs an engine or declared columns`() {
        expectFindings(
            "sql: 1️⃣select 11️⃣",
            .error(
                "1️⃣", "EST9011", "the columns of this query are not known without an engine",
                help: "declare them under 'columns:', or install DuckDB ('esteira doctor' says how)"))
    }

    @Test func `select takes a column once`() {
        expectFindings(
            "select: [day, price, 1️⃣day1️⃣]",
            .error("1️⃣", "EST4007", "two columns would be named 'day'", help: "it is selected already; remove it here"))
    }

    @Test func `union wants the same columns`() {
        expectFindings(
            "union: 1️⃣products1️⃣",
            .error(
                "1️⃣", "EST4006", "'products' has other columns than the input",
                help: "it lacks 'order_id', 'quantity', 'price', 'day'; it also has 'category'"))
    }

    @Test func `window wants functions over new names`() {
        expectFindings(
            "window: {set: {1️⃣price1️⃣: row_number()}}",
            .error("1️⃣", "EST4007", "two columns would be named 'price'", help: "the input has a column of that name"))
        expectFindings(
            "window: {order: day, set: {before: lag(1️⃣pric1️⃣)}}",
            .error("1️⃣", "EST4003", "no column 'pric'", help: "did you mean 'price'?"))
        expectFindings(
            "window: {set: {n: 1️⃣ntile1️⃣(4)}}",
            .error(
                "1️⃣", "EST4023", "no window function 'ntile'",
                help: "there are row_number, rank, dense_rank, lag, lead and the aggregates; others go in a 'sql' step")
        )
        expectFindings(
            "window: {set: {n: 1️⃣price + 11️⃣}}",
            .error(
                "1️⃣", "EST4026", "'price + 1' is not an aggregate",
                help: "wrap it, as in 'any_value(price + 1)', or compute it in a 'set' step"))
    }
}
