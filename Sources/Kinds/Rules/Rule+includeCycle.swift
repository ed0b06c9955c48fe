package import Reporting

extension Rule {
    package static let includeCycle = Rule(
        "EST1013",
        "include-cycle",
        scope: .project,
        since: "0.2.0",
        summary: "A file includes itself by way of others.",
        explanation: """
            Where to begin cannot be told. Move what both need into a fragment of its own, which includes neither.
            """,
        bad: """
            include: fragments/orders.yaml
            # file: fragments/orders.yaml
            include: fragments/products.yaml
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            # file: fragments/products.yaml
            include: ⟦fragments/orders.yaml⟧
            """,
        good: """
            include: fragments/orders.yaml
            # file: fragments/orders.yaml
            include: fragments/products.yaml
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            # file: fragments/products.yaml
            sources:
              products: {csv: include/products.csv, schema: products}
            """
    )
}
