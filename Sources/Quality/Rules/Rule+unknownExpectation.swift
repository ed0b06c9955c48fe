package import Reporting

extension Rule {
    package static let unknownExpectation = Rule(
        "EST5001",
        "unknown-expectation", fix: .unsafe,
        summary: "A suite names an expectation or an argument that does not exist here.",
        explanation: """
            A Great Expectations suite is read as it is, but every expectation in it must be one that is \
            evaluated: an expectation that was passed over in silence would look like one that holds. Take the \
            closest name, or write the same as an 'expression'.
            """,
        bad: """
            # file: expectations/old.json
            {"expectations": [{"type": ⟦"expect_column_values_to_be_uniqe"⟧, "kwargs": {"column": "price"}}]}
            """,
        good: """
            # file: expectations/old.json
            {"expectations": [{"type": "expect_column_values_to_be_unique", "kwargs": {"column": "price"}}]}
            """)
}
