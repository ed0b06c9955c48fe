package import Reporting

extension Rule {
    package static let unresolvedReference = Rule(
        "EST2003", "unresolved-reference", scope: .project, fix: .unsafe,
        summary: "A name stands for nothing that is declared.",
        explanation: """
            Datasets, schemas, suites and connections are referred to by name; the message lists the closest or all of them.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold: {from: ⟦raw.ordres⟧}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold: {from: raw.orders}
            """)
}
