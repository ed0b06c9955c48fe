package import Reporting

/// Every rule that compiling a pipeline can break, and what its tasks can meet.
package let planningRules: [Rule] = [
    .unresolvedReference, .cycle, .unusedSource, .checkReadsDownstream, .twoWriters, .unknownConnection,
    .columnsUnknown,
    .missingFile,
    .tooManyBadRows, .requiredValueMissing, .emptyFile, .unexpectedHeader, .inexactValue, .mergeWithoutKey,
    .datasetNotPublished, .permission, .connectionFailed, .superuser, .liveSchemaDrift, .replaceDependents,
    .mergeKeyUnindexed, .planUnreadable, .planConfigurationChanged, .planLedgerMoved, .planTableChanged,
    .planSecretGone,
    .planOfOtherVersion, .planWider, .planUnconfirmed, .planNotRunnable,
    .planDataChanged, .conditionNotKnown, .pool, .sensorTimedOut, .noItems, .rowsUnaccounted, .historyOutOfOrder,
]
