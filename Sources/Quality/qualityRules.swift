package import Reporting

/// Every rule of this module, by code.
package let qualityRules: [Rule] = [
    .unknownExpectation, .expectationColumn, .expectationType, .contradiction, .thresholdDisables,
    .patternUnsupported, .expectationNotMet,
]
