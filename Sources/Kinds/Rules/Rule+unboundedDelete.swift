package import Reporting

extension Rule {
    package static let unboundedDelete = Rule(
        "EST6003", "unbounded-delete", since: "0.2.0", summary: "A load would delete every row of its table.",
        explanation: """
            `mode: partition` deletes the rows of the partitions that come, and nothing says which columns tell partitions \
            apart. Write `partition:` with them, or `mode: replace` where the whole table is meant.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: raw.orders, table: orders, mode: ⟦partition⟧}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: raw.orders, table: orders, mode: partition, partition: status}
            """)
}
