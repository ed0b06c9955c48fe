package import Reporting

extension Rule {
    package static let pool = Rule(
        "EST7013", "pool", since: "0.2.0",
        summary: "A task takes slots of a pool that is not declared, or more than it has.",
        explanation: """
            Pools are declared with their size under `pools:` in esteira.yaml. One that is not there would bound nothing; \
            a task that needs more than there is would have the pool to itself and still take more than its size.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders, pools: {⟦disk⟧: 1}}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            """)
}
