package import Reporting

/// Every rule that reading declarations can break.
package let kindRules: [Rule] = [
    .includeMissing, .includeCycle, .conflictingDefinition, .noProject, .unreadFile, .languageVersion, .notOneCharacter,
    .duplicateName,
    .unknownType, .nullableKey, .sourceWithoutSchema, .sqlRefused, .outputMismatch, .duplicateOutput, .unboundedDelete,
    .sideEffect, .joinType, .unconfinedPath, .settingNotHonoured, .sharedPath,
    .cronSyntax, .catchupUnstated, .movingStart, .requiredParamScheduled, .parameterValue, .unknownProfile,
    .unknownTimeZone, .columnsUnknownOffline,
]
