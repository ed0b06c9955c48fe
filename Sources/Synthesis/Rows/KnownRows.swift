package import Expressions

/// Rows whose cells are known beforehand.
package struct KnownRows: Sendable {
    package var count: Int
    /// A value of the type, or null, for each row. Types may be lists.
    package var columns: [(name: String, type: DataType, values: [Value])]

    package init(count: Int, columns: [(name: String, type: DataType, values: [Value])] = []) {
        self.count = count
        self.columns = columns
    }
}

/// A value for each row of the table.
struct KnownColumn: ColumnGenerator {
    var type: DataType
    var values: [Value]

    func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let cells = Vector(values, as: type)
        return GeneratedColumn(type, isNullable: values.contains(.null)) { frame, _ in cells.cells(at: frame.rows) }
    }
}
