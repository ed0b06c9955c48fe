package import Reporting

/// Every rule that reading or typing an expression can break.
package let expressionRules: [Rule] = [
    .expressionSyntax, .unknownColumn, .ambiguousColumn, .nullComparison, .unknownFunction, .argumentType,
    .argumentCount, .aggregateNotAllowed, .typeMismatch,
]
