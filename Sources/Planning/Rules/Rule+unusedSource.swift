package import Reporting

extension Rule {
    package static let unusedSource = Rule(
        "EST2007", "unused-object", .hint, scope: .project,
        summary: "A source, schema, suite or generator is declared, and nobody uses it.",
        explanation: "It costs work on every run, or it was meant to be used. Remove it, or refer to it.",
        bad: """
            sources:
              ⟦orders⟧: {csv: include/orders.csv, schema: orders}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: sales
            """)
}
