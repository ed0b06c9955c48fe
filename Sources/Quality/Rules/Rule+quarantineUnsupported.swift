package import Reporting

extension Rule {
    package static let quarantineUnsupported = Rule(
        "EST5009",
        "quarantine-missing",
        summary: "A gate is told to set failing rows aside, which it cannot do yet.",
        explanation: """
            'on_failure' takes 'block', which keeps the whole table from being published and loaded, and \
            'warn'. To drop failing rows, write a 'filter' step; to keep rows that do not parse, use \
            'bad_rows' of the source.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: {suite: orders, on_failure: ⟦quarantine⟧}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: {suite: orders, on_failure: block}
            """)
}
