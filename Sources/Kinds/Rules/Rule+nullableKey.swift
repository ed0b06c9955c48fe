package import Reporting

extension Rule {
    package static let nullableKey = Rule(
        "EST3003", "nullable-key", summary: "A column of the primary key may be null.",
        explanation: "A row without its key cannot be found again, merged or joined. Declare the column `nullable: false`.",
        bad: "columns:\n  order_id: uuid\nprimary_key: order_id",
        good: "columns:\n  order_id: {type: uuid, nullable: false}\nprimary_key: order_id")
}
