package import Reporting

extension Rule {
    package static let argumentType = Rule(
        "EST4024",
        "argument-type",
        summary: "A function is given an argument of a type it does not take.",
        explanation: "Numbers widen by themselves (int, bigint, decimal, double); everything else is cast in words.",
        bad: "set: {name: upper(1)}",
        good: "set: {name: upper(cast(1 as string))}"
    )
}
