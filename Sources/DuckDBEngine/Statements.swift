internal import CDuckDB
internal import Engines
internal import Expressions

/// The statements of one text, parsed. Owns its handle.
struct ExtractedStatements: ~Copyable {
    let count: Int
    private let sql: SQL
    private let connection: duckdb_connection
    private let functions: UnsafePointer<duckdb_functions>
    private var handle: duckdb_extracted_statements?

    init(_ sql: SQL, on connection: duckdb_connection, _ functions: UnsafePointer<duckdb_functions>) throws(EngineError)
    {
        self.sql = sql
        self.connection = connection
        self.functions = functions
        var handle: duckdb_extracted_statements?
        count = Int(functions.pointee.extract_statements(connection, sql.text, &handle))
        self.handle = handle
        if count == 0 {
            let words = handle.flatMap { functions.pointee.extract_statements_error($0) }.map { String(cString: $0) }
            throw .duckDB(words ?? "Parser Error: the text holds no statement", statement: sql)
        }
    }

    /// - Parameter index: from 0.
    func prepared(_ index: Int) throws(EngineError) -> PreparedStatement {
        var prepared: duckdb_prepared_statement?
        let status = functions.pointee.prepare_extracted_statement(connection, handle, UInt64(index), &prepared)
        return try PreparedStatement(prepared, succeeded: status == 0, sql, functions)
    }

    deinit {
        var handle = handle
        functions.pointee.destroy_extracted(&handle)
    }
}

/// A bound statement. Owns its handle, also when binding failed.
struct PreparedStatement: ~Copyable {
    let sql: SQL
    fileprivate let functions: UnsafePointer<duckdb_functions>
    fileprivate let handle: duckdb_prepared_statement?

    fileprivate init(
        _ handle: duckdb_prepared_statement?,
        succeeded: Bool,
        _ sql: SQL,
        _ functions: UnsafePointer<duckdb_functions>
    ) throws(EngineError) {
        self.handle = handle
        self.sql = sql
        self.functions = functions
        if !succeeded {
            let words = functions.pointee.prepare_error(handle).map { String(cString: $0) }
            throw .duckDB(words ?? "Binder Error: the statement cannot be prepared", statement: sql)
        }
    }

    /// Columns that the statement would give.
    func rowType() throws(EngineError) -> RowType {
        var columns: [Column] = []
        for index in 0..<functions.pointee.prepared_statement_column_count(handle) {
            let name = functions.pointee.prepared_statement_column_name(handle, index)
            defer { functions.pointee.free(UnsafeMutableRawPointer(mutating: name)) }
            let type = LogicalType(
                functions.pointee.prepared_statement_column_logical_type(handle, index),
                functions
            )
            let column = name.map { String(cString: $0) } ?? "column\(index)"
            columns.append(Column(column, try type.dataType(ofColumn: column)))
        }
        return RowType(columns)
    }

    deinit {
        var handle = handle
        functions.pointee.destroy_prepare(&handle)
    }
}

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
