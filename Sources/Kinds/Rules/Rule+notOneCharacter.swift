package import Reporting

extension Rule {
    package static let notOneCharacter = Rule(
        "EST1021", "not-one-character", summary: "A delimiter or quote is not a single ASCII character.",
        explanation: "CSV readers take one byte for each of them. A tab is written \"\\t\" in double quotes.",
        bad: """
            sources:
              orders: {csv: {path: include/orders.csv, delimiter: ⟦";;"⟧}, schema: orders}
            """,
        good: """
            sources:
              orders: {csv: {path: include/orders.csv, delimiter: ";"}, schema: orders}
            """)
}
