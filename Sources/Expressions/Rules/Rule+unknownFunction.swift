package import Reporting

extension Rule {
    package static let unknownFunction = Rule(
        "EST4023",
        "unknown-function", scope: .types, fix: .unsafe,
        summary: "An expression calls a function that the catalogue does not have.",
        explanation: """
            Only catalogued functions mean the same on every engine. Functions whose result changes from call to call \
            (now, random) are left out on purpose: a task must give the same output when it runs again.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {status: ⟦uper⟧(status)}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - set: {status: upper(status)}
            """)
}
