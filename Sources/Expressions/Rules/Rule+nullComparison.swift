package import Reporting

extension Rule {
    package static let nullComparison = Rule(
        "EST4014",
        "null-comparison", scope: .types, fix: .safe, summary: "A comparison with null is never true.",
        explanation: """
            In three-valued logic `x = null` is null for every x, and so is `x not in (1, null)` for every x but 1. \
            Use `is null`, `is not null` or `is distinct from`.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - filter: ⟦status = null⟧
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - filter: status is null
            """)
}
