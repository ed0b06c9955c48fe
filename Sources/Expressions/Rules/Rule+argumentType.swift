package import Reporting

extension Rule {
    package static let argumentType = Rule(
        "EST4024",
        "argument-type", scope: .types, summary: "A function is given an argument of a type it does not take.",
        explanation: "Numbers widen by themselves (int, bigint, decimal, double); everything else is cast in words.",
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {status: upper(⟦quantity⟧)}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {status: upper(cast(quantity as string))}
            """)
}
