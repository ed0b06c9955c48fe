package import Reporting

extension Rule {
    package static let expressionSyntax = Rule(
        "EST4001",
        "sql-parse",
        summary: "An expression is not valid SQL.",
        explanation: """
            Expressions use SQL syntax: literals, columns, operators, case, cast and function calls. \
            The caret shows the first character that does not fit.
            """,
        bad: "filter: amount >",
        good: "filter: amount > 0"
    )
}
