package import Reporting

extension Rule {
    package static let twoWriters = Rule(
        "EST2009", "two-writers", scope: .project, summary: "Two declarations write the same thing.",
        explanation: "The last to finish would win, in no fixed order.",
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: orders, table: sales}
              again: {from: orders, table: ⟦sales⟧}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: orders, table: sales}
              again: {from: orders, table: sales_again}
            """)
}
