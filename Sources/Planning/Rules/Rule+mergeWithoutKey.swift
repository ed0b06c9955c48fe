package import Reporting

extension Rule {
    package static let mergeWithoutKey = Rule(
        "EST6001", "merge-without-key", summary: "A merge, or a history of rows, has no key to find rows by.",
        explanation: "Write `key:` in the sink, or a `primary_key` in the schema.",
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold:
                from: raw.orders
                steps:
                  - select: [product_id, quantity]
            sinks:
              ⟦sold⟧: {from: sold, table: sold, mode: merge}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold:
                from: raw.orders
                steps:
                  - aggregate: {by: product_id, set: {pieces: sum(quantity)}}
            sinks:
              sold: {from: sold, table: sold, mode: merge, key: product_id}
            """)
}
