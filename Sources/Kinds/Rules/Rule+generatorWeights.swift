package import Reporting

extension Rule {
    package static let generatorWeights = Rule(
        "EST3022",
        "weights",
        summary: "Weights from which nothing can be drawn.",
        explanation: "Weights count as shares of their sum: none may be negative and one must be above 0.",
        bad: "status: {choice: {paid: 0}}",
        good: "status: {choice: {paid: 9, open: 1}}"
    )
}
