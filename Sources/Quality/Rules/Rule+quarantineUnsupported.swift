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
        bad: "processed.orders: {suite: orders, on_failure: quarantine}",
        good: "processed.orders: {suite: orders, on_failure: block}"
    )
}
