package import Reporting

extension Rule {
    package static let unknownColumn = Rule(
        "EST4003",
        "unknown-column", scope: .types, fix: .unsafe,
        summary: "An expression names a column that its input does not have.",
        explanation: """
            The columns of every dataset are known before anything runs. Names are compared as written, letter case \
            included; the closest known name is suggested.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - filter: ⟦totl_price⟧ > 0
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - filter: total_price > 0
            """)
}
