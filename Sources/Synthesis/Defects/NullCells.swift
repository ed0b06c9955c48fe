import Expressions

/// A share of the rows has no value.
package struct NullCells: Defect {
    package var column: String
    package var share: Double

    package init(_ column: String, share: Double) {
        self.column = column
        self.share = share
    }

    package func compiled(in scope: DefectScope) throws(SynthesisIssue.Reason) -> DefectPlan {
        let place = try scope.place(of: column)
        return .cells(
            CellDefect(
                column: place,
                coin: try scope.coin("nulls", column, share: share),
                type: scope.columns[place].type,
                isNullable: true,
                change: { vector, hit, _ in vector.clear(at: hit) }
            )
        )
    }
}
