internal import CDuckDB
internal import Engines
internal import Expressions

/// The result of a statement, whole or as a stream. Owns its handle, also when running failed.
struct QueryResult: ~Copyable {
    private let sql: SQL
    private let functions: UnsafePointer<duckdb_functions>
    private var handle: duckdb_result

    init(
        _ handle: duckdb_result,
        succeeded: Bool,
        _ sql: SQL,
        _ functions: UnsafePointer<duckdb_functions>
    ) throws(EngineError) {
        self.handle = handle
        self.sql = sql
        self.functions = functions
        if !succeeded { throw error() ?? .duckDB("the statement failed", statement: sql) }
    }

    /// Rows inserted, updated, deleted or copied; 0 for other statements.
    var rowsChanged: Int {
        mutating get { Int(functions.pointee.rows_changed(&handle)) }
    }

    /// One shape a column, for `Value`s of any type.
    mutating func columnTypes() throws(EngineError) -> [ValueType] {
        var types: [ValueType] = []
        for index in 0..<functions.pointee.column_count(&handle) {
            types.append(try logicalType(index).valueType(ofColumn: name(index)))
        }
        return types
    }

    /// One type and memory layout a column; throws for types that have no layout.
    mutating func columnLayouts() throws(EngineError) -> [(type: DataType, layout: ColumnVector.Layout)] {
        var layouts: [(type: DataType, layout: ColumnVector.Layout)] = []
        for index in 0..<functions.pointee.column_count(&handle) {
            let type = logicalType(index)
            layouts.append((try type.dataType(ofColumn: name(index)), try type.layout(ofColumn: name(index))))
        }
        return layouts
    }

    /// nil at the end.
    mutating func nextChunk() throws(EngineError) -> DataChunk? {
        while let chunk = functions.pointee.fetch_chunk(handle) {
            let chunk = DataChunk(chunk, functions)
            if chunk.rowCount > 0 { return chunk }
        }
        // No chunk is the end or a failure.
        if let error = error() { throw error }
        return nil
    }

    private mutating func error() -> EngineError? {
        functions.pointee.result_error(&handle).map { .duckDB(String(cString: $0), statement: sql) }
    }

    private mutating func name(_ column: UInt64) -> String {
        functions.pointee.column_name(&handle, column).map { String(cString: $0) } ?? "column\(column)"
    }

    private mutating func logicalType(_ column: UInt64) -> LogicalType {
        LogicalType(functions.pointee.column_logical_type(&handle, column), functions)
    }

    deinit {
        var handle = handle
        functions.pointee.destroy_result(&handle)
    }
}
