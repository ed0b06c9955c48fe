package import Reporting

extension Rule {
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
}
