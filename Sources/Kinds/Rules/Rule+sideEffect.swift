package import Reporting

extension Rule {
    package static let sideEffect = Rule(
        "EST4020", "side-effect", scope: .types, since: "0.2.0",
        summary: "A query of a step does something besides computing rows.",
        explanation: """
            A task may run again, on another machine or beside others, so a step must not create, change or delete \
            anything, nor load extensions or change settings. Datasets and sinks say what is written; write one SELECT.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              counted:
                from: raw.orders
                steps:
                  - sql: {query: ⟦create⟧ table counted as select status from input, columns: {status: string}}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              counted:
                from: raw.orders
                steps:
                  - sql: {query: select status from input, columns: {status: string}}
            """)
}
