package import Reporting

/// Every rule that reading declarations can break.
package let kindRules: [Rule] = [
    .noProject, .notOneCharacter, .duplicateName, .unknownType, .nullableKey, .sourceWithoutSchema, .sqlRefused,
    .outputMismatch, .duplicateOutput, .joinType, .settingNotHonoured, .parameterValue, .unknownProfile,
    .columnsUnknownOffline,
]
