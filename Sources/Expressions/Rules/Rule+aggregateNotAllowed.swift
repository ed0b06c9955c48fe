package import Reporting

extension Rule {
    package static let aggregateNotAllowed = Rule(
        "EST4026",
        "aggregate-not-allowed",
        summary: "An aggregate stands where there is no group of rows.",
        explanation: "sum, count and their like belong in an `aggregate` step, and do not nest in each other.",
        bad: "filter: sum(amount) > 10",
        good: "aggregate: {set: {total: sum(amount)}}"
    )
}
