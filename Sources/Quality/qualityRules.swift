package import Reporting

/// Every rule of this module, by code.
package let qualityRules: [Rule] = [
    .unknownExpectation, .expectationColumn, .expectationType, .contradiction, .thresholdDisables,
    .quarantineUnsupported, .patternUnsupported,
]

extension Rule {
    package static let unknownExpectation = Rule(
        "EST5001",
        "unknown-expectation",
        summary: "A suite names an expectation or an argument that does not exist here.",
        explanation: """
            A Great Expectations suite is read as it is, but every expectation in it must be one that is \
            evaluated: an expectation that was passed over in silence would look like one that holds. Take the \
            closest name, or write the same as an 'expression'.
            """,
        bad: """
            {"expectations": [{"type": "expect_column_values_to_be_uniqe", "kwargs": {"column": "price"}}]}
            """,
        good: """
            {"expectations": [{"type": "expect_column_values_to_be_unique", "kwargs": {"column": "price"}}]}
            """
    )

    package static let expectationColumn = Rule(
        "EST5002",
        "expectation-column",
        summary: "An expectation is about a column that the dataset does not have.",
        explanation: """
            The columns of a dataset follow from its schema and its steps, so a wrong name is found before \
            anything runs. Without this the expectation would fail every run, whatever the data.
            """,
        bad: "- not_null: user_idd",
        good: "- not_null: user_id"
    )

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

    package static let contradiction = Rule(
        "EST5004",
        "contradiction",
        summary: "An expectation that no value can meet.",
        explanation: """
            The low end of an interval is above its high end, or a set has no member. Such an expectation \
            fails on every table with a row in it.
            """,
        bad: "- between: {column: quantity, min: 5, max: 1}",
        good: "- between: {column: quantity, min: 1, max: 5}"
    )

    package static let thresholdDisables = Rule(
        "EST5006",
        "threshold-disables",
        .warning,
        summary: "An expectation that any data meets, because of its threshold.",
        explanation: """
            With 'mostly: 0' not a single row has to hold, so the expectation is measured and never fails. \
            Name the share that must hold, or take the expectation out.
            """,
        bad: "- not_null: {column: user_id, mostly: 0}",
        good: "- not_null: {column: user_id, mostly: 99%}"
    )

    package static let quarantineUnsupported = Rule(
        "EST5009",
        "quarantine-missing",
        summary: "A gate is told to set failing rows aside, which it cannot do yet.",
        explanation: """
            'on_failure' takes 'block', which keeps the whole table from being published and loaded, and \
            'warn'. To drop failing rows, write a 'filter' step; to keep rows that do not parse, use \
            'bad_rows' of the source.
            """,
        bad: "processed.orders: {suite: orders, on_failure: quarantine}",
        good: "processed.orders: {suite: orders, on_failure: block}"
    )

    package static let patternUnsupported = Rule(
        "EST5011",
        "pattern-unsupported",
        summary: "A pattern uses a construct that the engine's regular expressions do not have.",
        explanation: """
            Patterns run in linear time over any text, which rules out look-ahead, look-behind, back- \
            references and possessive quantifiers. Say it with an 'expression' of two patterns joined by 'and' \
            or 'and not'.
            """,
        bad: #"- matches: {column: email, pattern: '^(?!test).*@'}"#,
        good: #"- expression: "email like '%@%' and not email like 'test%'""#
    )
}
