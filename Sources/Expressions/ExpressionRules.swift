package import Reporting

/// Every rule that reading or typing an expression can break.
package let expressionRules: [Rule] = [
    .expressionSyntax, .unknownColumn, .ambiguousColumn, .nullComparison, .unknownFunction, .argumentType,
    .argumentCount, .aggregateNotAllowed, .typeMismatch,
]

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

    package static let ambiguousColumn = Rule(
        "EST4004",
        "ambiguous-column",
        summary: "An unqualified name stands for a column of two inputs.",
        explanation: "After a join, say which input is meant by writing its name first: `users.state`.",
        bad: "set: {state: state}",
        good: "set: {state: users.state}"
    )

    package static let nullComparison = Rule(
        "EST4014",
        "null-comparison",
        summary: "A comparison with null is never true.",
        explanation: """
            In three-valued logic `x = null` is null for every x, and so is `x not in (1, null)` for every x but 1. \
            Use `is null`, `is not null` or `is distinct from`.
            """,
        bad: "filter: email = null",
        good: "filter: email is null"
    )

    package static let unknownFunction = Rule(
        "EST4023",
        "unknown-function",
        summary: "An expression calls a function that the catalogue does not have.",
        explanation: """
            Only catalogued functions mean the same on every engine. Functions whose result changes from call to call \
            (now, random) are left out on purpose: a task must give the same output when it runs again.
            """,
        bad: "set: {name: uper(name)}",
        good: "set: {name: upper(name)}"
    )

    package static let argumentType = Rule(
        "EST4024",
        "argument-type",
        summary: "A function is given an argument of a type it does not take.",
        explanation: "Numbers widen by themselves (int, bigint, decimal, double); everything else is cast in words.",
        bad: "set: {name: upper(1)}",
        good: "set: {name: upper(cast(1 as string))}"
    )

    package static let argumentCount = Rule(
        "EST4025",
        "argument-count",
        summary: "A function is given too many or too few arguments.",
        explanation: "The message says how many the function takes.",
        bad: "set: {part: substring(name)}",
        good: "set: {part: \"substring(name, 1, 3)\"}"
    )

    package static let aggregateNotAllowed = Rule(
        "EST4026",
        "aggregate-not-allowed",
        summary: "An aggregate stands where there is no group of rows.",
        explanation: "sum, count and their like belong in an `aggregate` step, and do not nest in each other.",
        bad: "filter: sum(amount) > 10",
        good: "aggregate: {set: {total: sum(amount)}}"
    )

    package static let typeMismatch = Rule(
        "EST4027",
        "type-mismatch",
        summary: "Values of types that do not go together, or a condition that is not boolean.",
        explanation: """
            Text is never compared with a number by guessing. A quoted literal becomes a date, a timestamp or a uuid \
            when it stands beside one; anything else needs a cast.
            """,
        bad: "filter: quantity > '3'",
        good: "filter: quantity > 3"
    )
}
