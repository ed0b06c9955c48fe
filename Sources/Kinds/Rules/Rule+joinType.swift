package import Reporting

extension Rule {
    package static let joinType = Rule(
        "EST4013", "join-type", scope: .types, summary: "Join keys have types that cannot be equal.",
        explanation: "Rows would never match, or only after a hidden conversion. Cast one side before the join.",
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              stock: {csv: include/stock.csv, schema: stock}
            transforms:
              stocked:
                from: raw.orders
                steps:
                  - join: {with: stock, on: ⟦product_id⟧}
            # file: schemas/stock.yaml
            schema: stock
            columns:
              product_id: {type: int, nullable: false}
              pieces: int
            primary_key: product_id
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              stock: {csv: include/stock.csv, schema: stock}
            transforms:
              stocked:
                from: raw.orders
                steps:
                  - cast: {product_id: int}
                  - join: {with: stock, on: product_id}
            # file: schemas/stock.yaml
            schema: stock
            columns:
              product_id: {type: int, nullable: false}
              pieces: int
            primary_key: product_id
            """)
}
