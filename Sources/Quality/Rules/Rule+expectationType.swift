package import Reporting

extension Rule {
    package static let expectationType = Rule(
        "EST5003",
        "expectation-type", scope: .project, summary: "An expectation does not fit the type of its column.",
        explanation: """
            A pattern needs text, a range needs something with an order, and a bound must be a value of the \
            column's type. Cast the column before it is checked, or expect something else of it.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: sales
            # file: expectations/sales.yaml
            expectations:
              - matches: {column: ⟦quantity⟧, pattern: '^[0-9]+$'}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: sales
            # file: expectations/sales.yaml
            expectations:
              - between: {column: quantity, min: 0}
            """)
}
