package import Reporting

/// Every rule that reading generators can break.
package let generatorRules: [Rule] = [
    .seedMissing, .generatorType, .generatorRange, .generatorWeights, .generatorOrder, .generatorTime,
]

extension Rule {
    package static let seedMissing = Rule(
        "EST3018",
        "seed-missing",
        .warning,
        summary: "A generator without a seed.",
        explanation: """
            The same seed and parameters give the same bytes. Without one the generator's name is the seed, so every day \
            has the same data unless the seed names the day.
            """,
        bad: "generators:\n  store:\n    tables: {}",
        good: "generators:\n  store:\n    seed: store-${params.date}\n    tables: {}"
    )
    package static let generatorType = Rule(
        "EST3019",
        "generator-type",
        summary: "A generator does not fit what it is used for.",
        explanation:
            "Columns, references and defects are typed before anything is generated, so that no run fails halfway.",
        bad: "defects:\n  - negate: {column: name, rate: 2%}",
        good: "defects:\n  - negate: {column: price, rate: 2%}"
    )
    package static let generatorRange = Rule(
        "EST3020",
        "generator-range",
        summary: "The bounds of a generator leave no value, or a parameter is out of bounds.",
        explanation: "Both bounds are possible values, so the lower must not be above the upper.",
        bad: "quantity: {integer: {min: 5, max: 1}}",
        good: "quantity: {integer: {min: 1, max: 5}}"
    )
    package static let generatorWeights = Rule(
        "EST3022",
        "weights",
        summary: "Weights from which nothing can be drawn.",
        explanation: "Weights count as shares of their sum: none may be negative and one must be above 0.",
        bad: "status: {choice: {paid: 0}}",
        good: "status: {choice: {paid: 9, open: 1}}"
    )
    package static let generatorOrder = Rule(
        "EST3023",
        "generator-order",
        summary: "Generated columns need each other in a circle.",
        explanation: """
            Columns and tables may be declared in any order, and may read each other, but no column can be computed from \
            itself. The message shows the way round.
            """,
        bad: "a: {expression: b + 1}\nb: {expression: a}",
        good: "a: {integer: {max: 9}}\nb: {expression: a + 1}"
    )
}
