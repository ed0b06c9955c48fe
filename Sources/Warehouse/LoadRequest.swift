package import Engines

/// How rows meet those that the table has.
package enum LoadMode: Hashable, Sendable {
    /// The table holds these rows and no other.
    case replace
    case append
    /// Rows with a known key change, others are added. The key's columns have no null, and no key comes twice.
    case merge(key: [String])

    package var name: String {
        switch self {
        case .replace: "replace"
        case .append: "append"
        case .merge: "merge"
        }
    }
}

/// What happens when the schema has columns that the table lacks.
package enum SchemaChanges: String, Hashable, Sendable {
    case addColumns = "add_columns"
    case fail
    /// The columns are not loaded.
    case ignore
}

/// One load of one table: decided by the plan, done once.
package struct LoadRequest: Hashable, Sendable {
    package var target: TableDefinition
    package var mode: LoadMode
    /// Names the content: equal fingerprints mean equal rows.
    package var fingerprint: String
    package var runID: String
    package var pipeline: String
    package var task: String
    /// The interval or partition that the rows belong to; empty where there is none.
    package var interval: String
    package var schemaChanges: SchemaChanges

    package init(
        target: TableDefinition,
        mode: LoadMode,
        fingerprint: String,
        runID: String,
        pipeline: String,
        task: String,
        interval: String,
        schemaChanges: SchemaChanges = .addColumns
    ) {
        self.target = target
        self.mode = mode
        self.fingerprint = fingerprint
        self.runID = runID
        self.pipeline = pipeline
        self.task = task
        self.interval = interval
        self.schemaChanges = schemaChanges
    }
}

/// What a load did.
package struct LoadOutcome: Hashable, Sendable {
    /// Rows that came in; for a load done before, what it brought then.
    package var rowsLoaded: Int
    /// Known for `merge` only.
    package var rowsInserted: Int?
    package var rowsUpdated: Int?
    /// Bytes that went to the server; nil where there is none.
    package var bytesSent: Int?
    /// The ledger had this load as the latest of its interval: nothing was done.
    package var alreadyLoaded: Bool
    /// In the order in which they ran.
    package var statements: [SQL]

    package init(
        rowsLoaded: Int,
        rowsInserted: Int? = nil,
        rowsUpdated: Int? = nil,
        alreadyLoaded: Bool,
        statements: [SQL]
    ) {
        self.rowsLoaded = rowsLoaded
        self.rowsInserted = rowsInserted
        self.rowsUpdated = rowsUpdated
        self.alreadyLoaded = alreadyLoaded
        self.statements = statements
    }
}
