package import Reporting

extension Rule {
    package static let expressionSyntax = Rule(
        "EST4001",
        "sql-parse", scope: .types, summary: "An expression is not valid SQL.",
        explanation: """
            Expressions use SQL syntax: literals, columns, operators, case, cast and function calls. \
            The caret shows the first character that does not fit.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - filter: quantity > ⟦)⟧
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              big:
                from: raw.orders
                steps:
                  - filter: quantity > 0
            """)
}
