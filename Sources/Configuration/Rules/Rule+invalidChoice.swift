package import Reporting

extension Rule {
    package static let invalidChoice = Rule(
        "EST1004",
        "invalid-choice",
        fix: .unsafe,
        summary: "A value is not one of those that the key takes.",
        explanation: "The key takes a fixed set of words, written exactly as the message lists them.",
        bad: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                if_missing: ⟦skpi⟧
            """,
        good: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                if_missing: skip
            """
    )
}
