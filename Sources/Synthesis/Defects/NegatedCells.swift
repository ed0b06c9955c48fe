import Expressions
import Reporting

/// A share of the rows has its number with the other sign.
package struct NegatedCells: Defect {
    package var column: String
    package var share: Double

    package init(_ column: String, share: Double) {
        self.column = column
        self.share = share
    }

    package func compiled(in scope: DefectScope) throws(SynthesisIssue.Reason) -> DefectPlan {
        let place = try scope.place(of: column)
        let now = scope.columns[place]
        guard now.type.isNumeric else { throw .type(column: column, found: now.type, needed: "a number") }
        return .cells(
            CellDefect(
                column: place,
                coin: try scope.coin("negate", column, share: share),
                type: now.type,
                isNullable: now.isNullable
            ) { vector, hit, _ in
                switch vector.storage {
                case .whole(var values):
                    for position in hit { values[position] = 0 &- values[position] }
                    vector.storage = .whole(values)
                case .doubles(var values):
                    for position in hit { values[position].negate() }
                    vector.storage = .doubles(values)
                default: preconditionFailure("numbers are whole or double")
                }
            }
        )
    }
}
