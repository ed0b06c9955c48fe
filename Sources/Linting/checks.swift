import Configuration
import Expressions
import Kinds
import Planning
import Quality
package import Reporting

/// Every check, by the code of its rule. A new one is a file of `Rules` and a line here.
package let checks: [Check] = [
    .deprecatedKey, .redundantDefault, .conflictingDefinition, .overrideHitsNothing, .unusedVariable, .reservedName,
    .redundantDependency, .unusedObject, .deadEnd,
    .overlappingPath, .caseCollision, .unboundedFanOut, .conditionNeverTrue, .crossPipelineMissing, .duplicateColumn,
    .missingPrimaryKey, .foreignKey, .decimalUnscaled, .floatMoney, .naiveTimestamp, .narrowing, .lossyStage,
    .csvNullAmbiguity, .csvDialectUnset, .rejectsUnhandled, .partitionColumn, .partitionExplosion, .smallFiles,
    .generatorOutOfContract, .uniqueImpossible, .generatorVolume, .realisticContactData, .schemaLockDrift,
    .generatorColumn,
    .selectStar, .fallibleCast, .nondeterministic, .unorderedLimit, .cartesianJoin, .fanOutJoin, .noIntervalFilter,
    .closedInterval, .pushdownLost, .engineDivergence, .rawPath, .splicedParameter, .unusedColumn, .alwaysTrue,
    .uncheckedLoad, .quarantineMissing, .fullScanCheck,
    .mergeKeyNotUnique, .partialHistory, .appendWithoutKey, .contractMissing, .destructiveChange, .columnMapping,
    .postgresFit, .postgresFolding,
    .readWriteSame, .idleSinkColumn, .cronNever, .noTimezone, .dstHazard, .sensorTimeout, .sensorOutlivesSchedule,
    .retryPolicy, .timeoutMissing, .overlapUnstated,
    .singleWriter, .memoryBudget, .sharedSpill, .emptyMapPolicy, .backfillUnsafe, .failureHides,
    .secretLiteral, .plaintextTransport, .tlsUnverified, .secretsInGit, .shellExec, .personalUnmasked,
    .naming, .descriptionMissing, .ownerMissing, .keyOrder, .unfinished, .customRuleError,
]

/// Those that cost as much as all others together: only what a person asks for is looked for.
package let costlyChecks: [Check] = [.layout]

/// Every rule there is, by code: those of the modules that read, and those that only lint looks for.
package let allRules: [Rule] =
    Set(
        configurationRules + expressionRules + generatorRules + kindRules + planningRules + qualityRules
            + (checks + costlyChecks).map(\.rule) + suppressionRules
    )
    .sorted { $0.code < $1.code }
