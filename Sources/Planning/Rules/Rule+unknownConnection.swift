package import Reporting

extension Rule {
    package static let unknownConnection = Rule(
        "EST2015", "unknown-connection", scope: .project, fix: .unsafe,
        summary: "A sink uses a connection that the profile does not have.",
        explanation: """
            Connections are declared under the profile in `esteira.yaml`; every profile needs those the pipelines use.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {table: sales, connection: ⟦warehosue⟧}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {table: sales, connection: warehouse}
            """)
}
