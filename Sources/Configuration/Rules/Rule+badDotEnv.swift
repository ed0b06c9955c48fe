package import Reporting

extension Rule {
    package static let badDotEnv = Rule(
        "EST8012",
        "bad-dot-env",
        summary: "A line of `.env` is not a comment and not 'NAME=value'.",
        explanation: """
            Each line sets one variable: `NAME=value`, with `export` before it if a shell reads the file too. \
            Values in single quotes stand as they are; in double quotes `\\n`, `\\t`, `\\"` and `\\\\` are escapes. \
            Nothing is expanded.
            """,
        bad: """
            # file: .env
            PGHOST=localhost
            ⟦PGPORT 5432⟧
            """,
        good: """
            # file: .env
            PGHOST=localhost
            PGPORT=5432
            """
    )
}
