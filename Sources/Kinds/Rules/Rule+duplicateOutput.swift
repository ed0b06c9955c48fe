package import Reporting

extension Rule {
    package static let duplicateOutput = Rule(
        "EST4007", "duplicate-output", scope: .types, summary: "Two columns of a result would have the same name.",
        explanation: """
            A dataset's columns are told apart by name, in files, in the warehouse and in expressions. Rename or drop one \
            of the two before this step.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - rename: {⟦status⟧: product_id}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - drop: status
                  - rename: {status: product_id}
            """)
}
