package import Reporting

extension Rule {
    package static let unknownColumn = Rule(
        "EST4003",
        "unknown-column",
        summary: "An expression names a column that its input does not have.",
        explanation: """
            The columns of every dataset are known before anything runs. Names are compared as written, letter case \
            included; the closest known name is suggested.
            """,
        bad: "filter: totl_price > 0",
        good: "filter: total_price > 0"
    )
}
