package import Reporting

extension Rule {
    package static let missingRequired = Rule(
        "EST1002",
        "missing-required",
        summary: "A key that must be there is absent.",
        explanation: "The declaration means nothing without this key, and there is no default that could be right.",
        bad: """
            sources:
              orders:
                ⟦csv⟧: {header: true}
                schema: orders
            """,
        good: """
            sources:
              orders:
                csv: {path: include/orders.csv, header: true}
                schema: orders
            """
    )
}
