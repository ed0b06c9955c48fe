package import Reporting

extension Rule {
    package static let typeMismatch = Rule(
        "EST4027",
        "type-mismatch", scope: .types, fix: .unsafe,
        summary: "Values of types that do not go together, or a condition that is not boolean.",
        explanation: """
            Text is never compared with a number by guessing. A quoted literal becomes a date, a timestamp or a uuid \
            when it stands beside one; anything else needs a cast.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - filter: ⟦quantity > '3'⟧
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - filter: quantity > 3
            """)
}
