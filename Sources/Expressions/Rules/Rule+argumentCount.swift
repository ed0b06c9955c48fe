package import Reporting

extension Rule {
    package static let argumentCount = Rule(
        "EST4025",
        "argument-count",
        summary: "A function is given too many or too few arguments.",
        explanation: "The message says how many the function takes.",
        bad: "set: {part: substring(name)}",
        good: "set: {part: \"substring(name, 1, 3)\"}"
    )
}
