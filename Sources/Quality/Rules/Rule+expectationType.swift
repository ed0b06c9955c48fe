package import Reporting

extension Rule {
    package static let expectationType = Rule(
        "EST5003",
        "expectation-type",
        summary: "An expectation does not fit the type of its column.",
        explanation: """
            A pattern needs text, a range needs something with an order, and a bound must be a value of the \
            column's type. Cast the column before it is checked, or expect something else of it.
            """,
        bad: "- matches: {column: quantity, pattern: '^[0-9]+$'}",
        good: "- between: {column: quantity, min: 0}"
    )
}
