package import Engines

/// What a load did.
package struct LoadOutcome: Hashable, Sendable {
    /// Rows that came in and are in the table; for a load done before, what it brought then.
    package var rowsLoaded: Int
    /// Known for `merge` and `scd2` only, where the rest of the rows was there as it came.
    package var rowsInserted: Int?
    package var rowsUpdated: Int?
    /// Known for `partition` only.
    package var rowsDeleted: Int?
    package var partitions: Int?
    /// Versions that ended; known for `scd2` only.
    package var rowsClosed: Int?
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
        rowsDeleted: Int? = nil,
        partitions: Int? = nil,
        rowsClosed: Int? = nil,
        alreadyLoaded: Bool,
        statements: [SQL]
    ) {
        self.rowsLoaded = rowsLoaded
        self.rowsInserted = rowsInserted
        self.rowsUpdated = rowsUpdated
        self.rowsDeleted = rowsDeleted
        self.partitions = partitions
        self.rowsClosed = rowsClosed
        self.alreadyLoaded = alreadyLoaded
        self.statements = statements
    }
}
