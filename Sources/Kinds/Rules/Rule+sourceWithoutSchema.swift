package import Reporting

extension Rule {
    package static let sourceWithoutSchema = Rule(
        "EST3011", "csv-inferred", .warning, scope: .project, summary: "A text source without a declared schema.",
        explanation: """
            Types guessed from the first rows change with the data and fail at night. Declare the columns once in a schema \
            file; the same file names the warehouse's columns and checks every step.
            """,
        bad: """
            sources:
              ⟦orders⟧:
                csv: include/orders.csv
            """,
        good: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
            """)
}
