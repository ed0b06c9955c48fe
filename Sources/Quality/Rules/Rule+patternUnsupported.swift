package import Reporting

extension Rule {
    package static let patternUnsupported = Rule(
        "EST5011",
        "pattern-unsupported",
        summary: "A pattern uses a construct that the engine's regular expressions do not have.",
        explanation: """
            Patterns run in linear time over any text, which rules out look-ahead, look-behind, back- \
            references and possessive quantifiers. Say it with an 'expression' of two patterns joined by 'and' \
            or 'and not'.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: sales
            # file: expectations/sales.yaml
            expectations:
              - matches: {column: status, pattern: '^⟦(?!⟧test).*'}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: sales
            # file: expectations/sales.yaml
            expectations:
              - expression: "status <> 'test'"
            """)
}
