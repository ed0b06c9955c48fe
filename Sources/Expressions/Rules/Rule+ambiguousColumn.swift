package import Reporting

extension Rule {
    package static let ambiguousColumn = Rule(
        "EST4004",
        "ambiguous-column",
        summary: "An unqualified name stands for a column of two inputs.",
        explanation: "After a join, say which input is meant by writing its name first: `users.state`.",
        bad: "set: {state: state}",
        good: "set: {state: users.state}"
    )
}
