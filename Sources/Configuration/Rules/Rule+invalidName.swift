package import Reporting

extension Rule {
    package static let invalidName = Rule(
        "EST2002",
        "invalid-name",
        fix: .unsafe,
        summary: "A name has characters that engines and warehouses do not take, or is too long.",
        explanation: "Names are letters, digits and `_`, do not start with a digit, and have at most 63 bytes.",
        bad: """
            pipeline: ⟦daily-orders⟧
            """,
        good: """
            pipeline: daily_orders
            """
    )
}
