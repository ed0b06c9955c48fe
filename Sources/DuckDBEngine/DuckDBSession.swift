internal import CDuckDB
package import Engines
package import Expressions
internal import Synchronization

/// One connection. A second call while one is running is refused, also from inside a stream's body.
///
/// Safe to share: `calls` admits one call at a time, `interrupt` and `progress` are what DuckDB allows beside it,
/// and whoever calls them holds a reference, so the connection is not destroyed meanwhile.
package final class DuckDBSession: EngineSession, @unchecked Sendable {
    private let engine: DuckDB
    private let connection: duckdb_connection
    private let calls = Mutex(Calls())

    private struct Calls {
        var isRunning = false
        var isInterrupted = false
    }

    private var functions: UnsafePointer<duckdb_functions> { engine.functions }

    var library: DuckDBLibrary { engine.library }

    init(_ connection: duckdb_connection, of engine: DuckDB) {
        self.connection = connection
        self.engine = engine
    }

    deinit {
        var connection: duckdb_connection? = connection
        functions.pointee.disconnect(&connection)
    }

    /// Runs each statement of the text in turn; the rows changed by all of them.
    @discardableResult
    package func execute(_ statement: SQL) throws(EngineError) -> Int {
        try call(statement) { () throws(EngineError) in
            let statements = try ExtractedStatements(statement, on: connection, functions)
            var changed = 0
            for index in 0..<statements.count {
                var result = try run(statements.prepared(index), streaming: false)
                changed += result.rowsChanged
            }
            return changed
        }
    }

    package func rows(_ query: SQL) throws(EngineError) -> [[Value]] {
        try call(query) { () throws(EngineError) in
            var result = try run(onlyStatement(of: query), streaming: false)
            let types = try result.columnTypes()
            var rows: [[Value]] = []
            while let chunk = try result.nextChunk() {
                let columns = try chunk.values(of: types)
                rows += (0..<chunk.rowCount).map { row in columns.map { $0[row] } }
            }
            return rows
        }
    }

    package func describe(_ query: SQL) throws(EngineError) -> RowType { try bind(query) }

    /// Prepares a query without running it, so it works on empty and on huge tables alike.
    package func bind(_ query: SQL) throws(EngineError) -> RowType {
        try call(query) { () throws(EngineError) in try onlyStatement(of: query).rowType() }
    }

    package func stream(_ query: SQL, _ body: (borrowing ColumnBatch) throws -> Void) throws {
        try begin(query)
        do {
            var result = try run(onlyStatement(of: query), streaming: true)
            let columns = try result.columnLayouts()
            while let chunk = try result.nextChunk() {
                guard !isInterrupted else { throw EngineError.interrupted(query) }
                try body(chunk.batch(of: columns))
            }
        } catch {
            end(after: error)
            throw error
        }
        end(after: nil)
    }

    package nonisolated func interrupt() {
        let isRunning = calls.withLock { calls in
            calls.isInterrupted = true
            return calls.isRunning
        }
        if isRunning { functions.pointee.interrupt(connection) }
    }

    /// The done part of the running call, 0 to 1; nil where DuckDB cannot say. May be called from any thread.
    package func progress() -> Double? {
        let percentage = functions.pointee.query_progress(connection).percentage
        return percentage < 0 ? nil : min(percentage / 100, 1)
    }

    // MARK: One call at a time

    private func call<Success>(
        _ statement: SQL, _ body: () throws(EngineError) -> Success
    ) throws(EngineError) -> Success {
        try begin(statement)
        do throws(EngineError) {
            let success = try body()
            end(after: nil)
            return success
        } catch {
            end(after: error)
            throw error
        }
    }

    /// An interrupt is used up by the call that fails of it, and by no other.
    private func end(after error: (any Error)?) {
        let isHeeded = (error as? EngineError)?.reason == .interrupted
        calls.withLock { calls in
            calls.isRunning = false
            if isHeeded { calls.isInterrupted = false }
        }
    }

    private func begin(_ statement: SQL) throws(EngineError) {
        let refusal = calls.withLock { calls -> EngineError? in
            if calls.isRunning {
                return EngineError(.other, "the connection is busy with another statement", statement: statement)
            }
            if calls.isInterrupted {
                calls.isInterrupted = false
                return .interrupted(statement)
            }
            calls.isRunning = true
            return nil
        }
        if let refusal { throw refusal }
    }

    /// Whether a call is under way, on whatever thread.
    var isRunning: Bool { calls.withLock(\.isRunning) }

    private var isInterrupted: Bool { calls.withLock(\.isInterrupted) }

    // MARK: Running

    private func onlyStatement(of query: SQL) throws(EngineError) -> PreparedStatement {
        let statements = try ExtractedStatements(query, on: connection, functions)
        guard statements.count == 1 else {
            throw EngineError(.parse, "one statement is expected, not \(statements.count)", statement: query)
        }
        return try statements.prepared(0)
    }

    private func run(_ statement: consuming PreparedStatement, streaming: Bool) throws(EngineError) -> QueryResult {
        let pending = try PendingResult(statement, streaming: streaming)
        // DuckDB forgets an interrupt when it makes the pending result, whose tasks its threads have begun by then. One
        // that came before is told again, else they work on, and the next statement waits for them; a later one is
        // heeded by DuckDB.
        if isInterrupted { functions.pointee.interrupt(connection) }
        return try pending.execute()
    }
}

extension EngineError {
    fileprivate static func interrupted(_ statement: SQL) -> Self {
        Self(.interrupted, "the statement was interrupted", statement: statement)
    }
}
