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
        bad: "path: out/${params.date:%Q}.csv\n",
        good: "path: out/${params.date:%Y-%m-%d}.csv\n"
    )
}
