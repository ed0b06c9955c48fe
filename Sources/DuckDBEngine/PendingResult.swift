internal import CDuckDB
internal import Engines

/// A statement ready to run. Owns its handle.
struct PendingResult: ~Copyable {
    private let sql: SQL
    private let functions: UnsafePointer<duckdb_functions>
    private let handle: duckdb_pending_result?

    init(_ statement: borrowing PreparedStatement, streaming: Bool) throws(EngineError) {
        sql = statement.sql
        functions = statement.functions
        var handle: duckdb_pending_result?
        let status =
            streaming
            ? functions.pointee.pending_prepared_streaming(statement.handle, &handle)
            : functions.pointee.pending_prepared(statement.handle, &handle)
        self.handle = handle
        if status != 0 {
            let words = functions.pointee.pending_error(handle).map { String(cString: $0) }
            throw .duckDB(words ?? "the statement cannot be started", statement: sql)
        }
    }

    /// Blocks until the result is there; of a streamed one, its beginning.
    func execute() throws(EngineError) -> QueryResult {
        var result = duckdb_result()
        let status = functions.pointee.execute_pending(handle, &result)
        return try QueryResult(result, succeeded: status == 0, sql, functions)
    }

    deinit {
        var handle = handle
        functions.pointee.destroy_pending(&handle)
    }
}
