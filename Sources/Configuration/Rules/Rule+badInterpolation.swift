package import Reporting

extension Rule {
    package static let badInterpolation = Rule(
        "EST1022",
        "bad-interpolation",
        summary: "A '${' is not followed by a name and a '}'.",
        explanation: """
            `${name}` is replaced by a value, `${name:-text}` has a default, and `${name:%Y}` a date format. A `$` \
            that is meant literally before a brace is written `$$`. The `{{ name }}` of other tools stays as it is.
            """,
        bad: """
            sources:
              orders: {csv: "include/⟦${⟧params.date.csv", schema: orders}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            """
    )
}
