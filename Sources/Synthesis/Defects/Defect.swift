import Expressions

/// Dirt that is laid over a table after its columns and references have been computed.
///
/// Defects apply in the order in which they are listed. Which rows they hit is decided for the row, not for the line, so a
/// repeated row is the same bytes twice. Nothing that refers to the table sees its defects.
package protocol Defect: Hashable, Sendable {
    func compiled(in scope: DefectScope) throws(SynthesisIssue.Reason) -> DefectPlan
}

/// What a defect comes to.
package enum DefectPlan: Sendable {
    case repeatedRows(share: Double)
    case cells(CellDefect)
}

/// A change of some cells of one column.
package struct CellDefect: Sendable {
    /// Place in the table's columns.
    var column: Int
    var coin: Coin
    /// Type and nullability of the column from here on.
    var type: DataType
    var isNullable: Bool
    /// Changes the vector at the positions given, which are never empty.
    var change: @Sendable (inout Vector, [Int], Frame) -> Void

    func apply(to vector: inout Vector, of frame: Frame) {
        let hit = coin.positions(in: frame.rows)
        if !hit.isEmpty { change(&vector, hit, frame) }
        vector.type = type
    }
}
