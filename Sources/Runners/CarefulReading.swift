import DuckDBEngine
import Engines

/// Files of one source: read fast where every value is as the schema says, thoroughly where one is not.
protocol CarefulReading: Sendable {
    /// A table expression for all rows as their types; a value that does not fit fails the statement.
    var exact: SQL { get }
    /// Where rows go, while `exact` is read, that are none; nil where the first one fails the task.
    var rejects: CSVRejects? { get }

    /// After `exact` has failed: what is wrong, and the rows where nothing is; nil where nothing wrong is found.
    ///
    /// - Throws: the first bad value with its place, where the policy is to fail.
    func search(_ session: DuckDBSession) throws -> FoundRows?

    /// The same by one thread, for when the fast way has not found all records; nil where there is no other way.
    var serial: Self? { get }

    /// How many records the files have, counted by reading them for nothing else.
    ///
    /// - Parameter hasRejects: whether some were set aside.
    /// - Returns: `nil` where that would cost a pass over the files that is not worth it: none was set aside, and the
    ///   reader loses none, so that what it gave and what was written are two counts already.
    func recordCount(_ session: DuckDBSession, hasRejects: Bool) throws -> Int?
}

/// What is to be written, and what is set aside for it.
struct FoundRows: Sendable {
    var relation: SQL
    /// A query with the columns of `CSVRejects.query`.
    var reasons: SQL
    /// Records.
    var rejected: Int
}
