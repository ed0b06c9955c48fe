package import Reporting

extension Rule {
    package static let keyMisplaced = Rule(
        "EST1008",
        "key-misplaced",
        summary: "A key belongs one level up or one level deeper.",
        explanation: """
            Most often the indentation slipped: the key stands beside the record it belongs to, or inside the \
            record it should stand beside.
            """,
        bad: """
            sources:
              orders: {csv: {path: include/orders.csv, ⟦schema⟧: orders}}
            """,
        good: """
            sources:
              orders: {csv: {path: include/orders.csv}, schema: orders}
            """
    )
}
