package import Reporting

extension Rule {
    package static let keyNotApplicable = Rule(
        "EST1007",
        "key-not-applicable",
        summary: "A key that another kind has, not this one.",
        explanation: "The key is spelt right and means something elsewhere; here it would have no effect.",
        bad: """
            transforms:
              orders:
                from: raw.orders
                steps:
                  - dedupe: {key: order_id, ⟦with⟧: products}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            """,
        good: """
            transforms:
              orders:
                from: raw.orders
                steps:
                  - dedupe: {key: order_id}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            """
    )
}
