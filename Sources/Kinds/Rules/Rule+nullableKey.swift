package import Reporting

extension Rule {
    package static let nullableKey = Rule(
        "EST3003", "nullable-key", fix: .safe, summary: "A column of the primary key may be null.",
        explanation:
            "A row without its key cannot be found again, merged or joined. Declare the column `nullable: false`.",
        bad: """
            # file: schemas/customers.yaml
            schema: customers
            columns:
              customer_id: uuid
            primary_key: ⟦customer_id⟧
            """,
        good: """
            # file: schemas/customers.yaml
            schema: customers
            columns:
              customer_id: {type: uuid, nullable: false}
            primary_key: customer_id
            """)
}
