package import Reporting

extension Rule {
    package static let ambiguousColumn = Rule(
        "EST4004",
        "ambiguous-column", scope: .types, summary: "An unqualified name stands for a column of two inputs.",
        explanation: "After a join, say which input is meant by writing its name first: `users.state`.",
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              products: {csv: include/products.csv, schema: products}
            transforms:
              named:
                from: raw.orders
                steps:
                  - join:
                      with: products
                      condition: ⟦product_id⟧ = products.product_id
                      columns: [category]
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              products: {csv: include/products.csv, schema: products}
            transforms:
              named:
                from: raw.orders
                steps:
                  - join:
                      with: products
                      condition: orders.product_id = products.product_id
                      columns: [category]
            """)
}
