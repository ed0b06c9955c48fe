package import Reporting

/// Every rule of this module, by code.
package let configurationRules: [Rule] = [
    .yamlParse, .yamlDuplicateKey, .yamlTab, .yamlAmbiguousScalar, .yamlUnquotedTemplate, .yamlAnchor, .yamlMergeShadow,
    .yamlExtraDocument, .yamlEncoding, .yamlNonStringKey, .yamlExpansionLimit, .yamlIndentationMove,
    .unknownKey, .missingRequired, .wrongShape, .invalidChoice, .outOfRange, .exclusiveKeys, .keyNotApplicable,
    .keyMisplaced, .badDurationOrSize, .badPattern, .undefinedVariable, .variableType, .badInterpolation,
    .repeatedName, .invalidName,
    .secretLeak, .secretUnset, .secretDefault, .badDotEnv,
]
