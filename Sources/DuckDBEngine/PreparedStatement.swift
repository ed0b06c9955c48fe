internal import CDuckDB
internal import Engines
internal import Expressions

/// A bound statement. Owns its handle, also when binding failed.
struct PreparedStatement: ~Copyable {
    let sql: SQL
    let functions: UnsafePointer<duckdb_functions>
    let handle: duckdb_prepared_statement?

    init(
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
