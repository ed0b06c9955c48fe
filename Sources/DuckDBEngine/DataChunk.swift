internal import CDuckDB
internal import Engines
internal import Expressions

/// Up to 2,048 rows. Owns its handle; vectors are valid as long as it lives.
struct DataChunk: ~Copyable {
    let rowCount: Int
    private let functions: UnsafePointer<duckdb_functions>
    private let handle: duckdb_data_chunk

    init(_ handle: duckdb_data_chunk, _ functions: UnsafePointer<duckdb_functions>) {
        self.handle = handle
        self.functions = functions
        rowCount = Int(functions.pointee.data_chunk_get_size(handle))
    }

    /// Borrowed: must not outlive the chunk.
    func batch(of columns: [(type: DataType, layout: ColumnVector.Layout)]) -> ColumnBatch {
        ColumnBatch(
            rowCount: rowCount,
            columns: columns.enumerated().map { index, column in
                let vector = columnVector(index)
                return ColumnVector(
                    type: column.type,
                    layout: column.layout,
                    data: vector.data,
                    validity: UnsafePointer(vector.validity)
                )
            }
        )
    }

    /// Column by column.
    func values(of types: [ValueType]) throws(EngineError) -> [[Value]] {
        types.enumerated().map { index, type in
            let vector = columnVector(index)
            return (0..<rowCount).map { vector.value($0, as: type) }
        }
    }

    private func columnVector(_ column: Int) -> Vector {
        Vector(functions.pointee.data_chunk_get_vector(handle, UInt64(column)), functions)
    }

    deinit {
        var handle: duckdb_data_chunk? = handle
        functions.pointee.destroy_data_chunk(&handle)
    }
}
