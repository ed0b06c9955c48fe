import Configuration
import Expressions
import Kinds
import Planning
import Quality
package import Reporting

/// Every check, by the code of its rule. A new one is a file of `Rules` and a line here.
package let checks: [Check] = [
    .redundantDefault, .conflictingDefinition, .unusedVariable, .reservedName, .unusedObject, .deadEnd,
    .overlappingPath, .caseCollision, .duplicateColumn, .missingPrimaryKey, .decimalUnscaled, .floatMoney,
    .naiveTimestamp, .narrowing, .lossyStage, .csvNullAmbiguity, .csvDialectUnset, .rejectsUnhandled,
    .generatorOutOfContract, .uniqueImpossible, .generatorVolume, .realisticContactData, .generatorColumn,
    .selectStar, .fallibleCast, .nondeterministic, .unorderedLimit, .cartesianJoin, .fanOutJoin, .closedInterval,
    .engineDivergence, .rawPath, .splicedParameter, .unusedColumn, .alwaysTrue, .uncheckedLoad,
    .mergeKeyNotUnique, .appendWithoutKey, .contractMissing, .columnMapping, .postgresFit, .postgresFolding,
    .readWriteSame, .cronNever, .noTimezone, .dstHazard, .retryPolicy, .timeoutMissing, .memoryBudget,
    .secretLiteral, .plaintextTransport, .tlsUnverified, .secretsInGit, .personalUnmasked,
    .naming, .descriptionMissing, .ownerMissing, .keyOrder, .unfinished,
]

/// Every rule there is, by code: those of the modules that read, and those that only lint looks for.
package let allRules: [Rule] =
    Set(
        configurationRules + expressionRules + generatorRules + kindRules + planningRules + qualityRules
            + checks.map(\.rule) + suppressionRules
    )
    .sorted { $0.code < $1.code }
