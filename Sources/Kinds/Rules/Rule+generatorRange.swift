package import Reporting

extension Rule {
    package static let generatorRange = Rule(
        "EST3020",
        "generator-range",
        summary: "The bounds of a generator leave no value, or a parameter is out of bounds.",
        explanation: "Both bounds are possible values, so the lower must not be above the upper.",
        bad: "quantity: {integer: {min: 5, max: 1}}",
        good: "quantity: {integer: {min: 1, max: 5}}"
    )
}
