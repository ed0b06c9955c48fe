package import Reporting

extension Rule {
    package static let outOfRange = Rule(
        "EST1005",
        "out-of-range",
        summary: "A number is outside its bounds.",
        explanation: "The bounds are those within which the setting has a meaning; the message names them.",
        bad: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                retries: ⟦0⟧
            """,
        good: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                retries: 3
            """
    )
}
