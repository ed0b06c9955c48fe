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
    /// What the rows stand for: an interval, or the moment from which they hold; empty where it is the whole table.
    package var interval: String
    package var schemaChanges: SchemaChanges
    /// Whether a load that the ledger has is done again. An append never is: it would double its rows.
    package var isForced = false

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

extension LoadRequest {
    /// Whether it is done whatever the ledger has.
    var isRepeatable: Bool { isForced && mode != .append }
}
