package import Reporting

extension Rule {
    package static let wrongShape = Rule(
        "EST1003",
        "wrong-shape",
        fix: .safe,
        summary: "A value is a scalar, a list or a mapping where another is expected, or a scalar of another type.",
        explanation: """
            Only `true` and `false` are booleans, numbers stand without quotes, and a list is written with `-` \
            lines or in brackets.
            """,
        bad: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                retries: {attempts: ⟦'3'⟧}
            """,
        good: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                retries: {attempts: 3}
            """
    )
}
