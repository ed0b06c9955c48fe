package import Reporting

extension Rule {
    package static let contradiction = Rule(
        "EST5004",
        "contradiction", scope: .project, summary: "An expectation that no value can meet.",
        explanation: """
            The low end of an interval is above its high end, or a set has no member. Such an expectation \
            fails on every table with a row in it.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: sales
            # file: expectations/sales.yaml
            expectations:
              - between: {column: quantity, min: ⟦5⟧, max: 1}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: sales
            # file: expectations/sales.yaml
            expectations:
              - between: {column: quantity, min: 1, max: 5}
            """)
}
