package import Reporting

/// Every rule that compiling a pipeline can break.
package let planningRules: [Rule] = [
    .unresolvedReference, .cycle, .unusedSource, .twoWriters, .unknownConnection, .columnsUnknown, .mergeWithoutKey,
]
