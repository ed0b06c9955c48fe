package import Reporting

extension Rule {
    package static let badPattern = Rule(
        "EST1017",
        "bad-pattern",
        summary: "A regular expression, file pattern or date format is not well-formed.",
        explanation: """
            The pattern could not be read, so it would match nothing or fail while running. The message names the part \
            that is wrong.
            """,
        bad: """
            params: {date: {type: date, default: today}}
            sources:
              orders: {csv: "include/⟦${params.date:%Q}⟧.csv", schema: orders}
            """,
        good: """
            params: {date: {type: date, default: today}}
            sources:
              orders: {csv: "include/${params.date:%Y-%m-%d}.csv", schema: orders}
            """
    )
}
