package import Reporting

/// Every rule that reading generators can break.
package let generatorRules: [Rule] = [
    .seedMissing, .generatorType, .generatorRange, .generatorWeights, .generatorOrder, .generatorTime,
]
