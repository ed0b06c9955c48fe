package import Expressions

/// Runs SQL where the data is. One per process; safe to share.
package protocol Engine: Sendable {
    /// A connection of its own for one task. Not for two threads.
    func connect() throws(EngineError) -> any EngineSession
}

/// One connection to an engine. Calls block: make them through `onOwnThread`.
package protocol EngineSession: AnyObject {
    /// Runs one statement and returns how many rows it changed or wrote.
    @discardableResult
    func execute(_ statement: SQL) throws(EngineError) -> Int
    /// All rows of a query with a small result.
    func rows(_ query: SQL) throws(EngineError) -> [[Value]]
    /// Column names and types of a query, without running it.
    func describe(_ query: SQL) throws(EngineError) -> RowType
    /// Streams a result of any size, batch by batch, at constant memory. An error thrown by `body` ends the stream
    /// and is rethrown.
    func stream(_ query: SQL, _ body: (borrowing ColumnBatch) throws -> Void) throws
    /// Makes the running call, or else the next one, fail with `EngineError.Reason.interrupted`: whoever stops work need
    /// not hit a moment at which a statement runs. May be called from any thread.
    nonisolated func interrupt()
}

/// What went wrong in an engine or a database: operation, subject and code, never only text.
package struct EngineError: Error, Hashable, Sendable {
    package enum Reason: String, Hashable, Sendable {
        case unavailable, connection, parse, bind, constraint, conversion, outOfMemory, io, permission, interrupted,
            other
        /// What is there already is of a later time than what comes.
        case outOfOrder
    }

    package var reason: Reason
    /// The engine's own words, first line first; no secret, no statement.
    package var message: String
    /// SQLSTATE where the server gives one.
    package var code: String?
    /// What to do about it, where that is known.
    package var hint: String?
    /// The statement that failed, for the task's log.
    package var statement: SQL?

    package init(
        _ reason: Reason, _ message: String, code: String? = nil, hint: String? = nil, statement: SQL? = nil
    ) {
        self.reason = reason
        self.message = message
        self.code = code
        self.hint = hint
        self.statement = statement
    }
}

extension EngineError: CustomStringConvertible {
    package var description: String {
        [code.map { "[\($0)]" }, message, hint.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")
    }
}
