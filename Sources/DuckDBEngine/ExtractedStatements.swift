internal import CDuckDB
internal import Engines

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
