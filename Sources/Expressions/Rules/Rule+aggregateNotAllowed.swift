package import Reporting

extension Rule {
    package static let aggregateNotAllowed = Rule(
        "EST4026",
        "aggregate-not-allowed", scope: .types, summary: "An aggregate stands where there is no group of rows.",
        explanation: "sum, count and their like belong in an `aggregate` step, and do not nest in each other.",
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - filter: ⟦sum(quantity)⟧ > 10
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - aggregate: {by: status, set: {pieces: sum(quantity)}}
                  - filter: pieces > 10
            """)
}
