package import Reporting

extension Rule {
    package static let expectationColumn = Rule(
        "EST5002",
        "expectation-column", scope: .project, fix: .unsafe,
        summary: "An expectation is about a column that the dataset does not have.",
        explanation: """
            The columns of a dataset follow from its schema and its steps, so a wrong name is found before \
            anything runs. Without this the expectation would fail every run, whatever the data.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: sales
            # file: expectations/sales.yaml
            expectations:
              - not_null: ⟦quantty⟧
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: sales
            # file: expectations/sales.yaml
            expectations:
              - not_null: quantity
            """)
}
