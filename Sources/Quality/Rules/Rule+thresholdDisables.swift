package import Reporting

extension Rule {
    package static let thresholdDisables = Rule(
        "EST5006",
        "threshold-disables",
        .warning,
        summary: "An expectation that any data meets, because of its threshold.",
        explanation: """
            With 'mostly: 0' not a single row has to hold, so the expectation is measured and never fails. \
            Name the share that must hold, or take the expectation out.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: sales
            # file: expectations/sales.yaml
            expectations:
              - not_null: {column: quantity, mostly: ⟦0⟧}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: sales
            # file: expectations/sales.yaml
            expectations:
              - not_null: {column: quantity, mostly: 99%}
            """)
}
