package import Expressions

/// A synthetic database made ready: names resolved, types known, tables of probabilities built.
package struct SyntheticProgram: Sendable {
    let tables: [TablePlan]

    /// Columns as they are written, defects included.
    package func rowType(of table: String) -> RowType? { plan(of: table)?.written }

    /// Lines after the header, repeated rows included.
    package func rowCount(of table: String) -> Int? { plan(of: table).map { $0.repeats.count } }

    func plan(of table: String) -> TablePlan? { index(of: table).map { tables[$0] } }

    func index(of table: String) -> Int? { tables.firstIndex { $0.name == table } }
}

/// One table of a program.
struct TablePlan: Sendable {
    var name: String
    /// Without repeated rows.
    var rows: Int
    var columns: [ColumnPlan]
    /// Places in `columns` of those that are written.
    var visible: [Int]
    var defects: [CellDefect]
    var repeats: RepeatedRows
    var written: RowType
}
