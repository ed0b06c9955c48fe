package import Reporting

extension Rule {
    package static let exclusiveKeys = Rule(
        "EST1006",
        "exclusive-keys",
        summary: "Keys cannot stand together, or one of several must be there.",
        explanation:
            "Each of the keys says the same thing in another way, so that exactly one of them has to be chosen.",
        bad: """
            sources:
              orders:
                csv: include/orders.csv
                ⟦parquet⟧: include/orders.parquet
                schema: orders
            """,
        good: """
            sources:
              orders:
                parquet: include/orders.parquet
                schema: orders
            """
    )
}
