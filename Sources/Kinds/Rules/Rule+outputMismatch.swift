package import Reporting

extension Rule {
    package static let outputMismatch = Rule(
        "EST4006", "output-mismatch", scope: .types, summary: "The columns of two results that must agree do not.",
        explanation:
            "Columns are matched by name. Select, rename or cast until both sides have the same columns and types.",
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              products: {csv: include/products.csv, schema: products}
            transforms:
              all:
                from: raw.orders
                steps:
                  - union: ⟦products⟧
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              returns: {csv: include/returns.csv, schema: orders}
            transforms:
              all:
                from: raw.orders
                steps:
                  - union: returns
            """)
}
