package import Reporting

extension Rule {
    package static let argumentCount = Rule(
        "EST4025",
        "argument-count", scope: .types, summary: "A function is given too many or too few arguments.",
        explanation: "The message says how many the function takes.",
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {status: ⟦substring(status)⟧}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {status: "substring(status, 1, 3)"}
            """)
}
