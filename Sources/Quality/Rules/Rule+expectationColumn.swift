package import Reporting

extension Rule {
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
}
