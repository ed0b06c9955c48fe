import Reporting

/// A column of a row of another table, as the other table has it before its defects.
///
/// The other table is not held: the row is drawn and its column computed again.
package struct ReferenceColumn: ColumnGenerator {
    package enum Distribution: Hashable, Sendable {
        case uniform
        /// The n-th row of the other table is 1/n^exponent as likely as its first.
        case zipf(Double)
        /// Row i refers to row i, from the start again after the last.
        case each
    }

    package var table: String
    package var column: String
    package var distribution: Distribution

    package init(to table: String, _ column: String, distribution: Distribution = .uniform) {
        self.table = table
        self.column = column
        self.distribution = distribution
    }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let (target, count, key) = try scope.target(table: table, column: column)
        let pointer = RowPointer(table: target, key: key.place, rows: try referencedRows(of: max(1, count)))
        return GeneratedColumn(key.type, isNullable: key.isNullable, pointer: pointer)
    }

    private func referencedRows(
        of count: Int
    ) throws(SynthesisIssue.Reason) -> @Sendable (Frame, RandomStream) -> [Int] {
        switch distribution {
        case .uniform:
            return { frame, stream in frame.rows.map { Int(stream.number(below: UInt64(count), at: $0)) } }
        case .each:
            return { frame, _ in frame.rows.map { $0 % count } }
        case .zipf(let exponent):
            guard exponent > 0, exponent.isFinite else { throw .parameter("zipf", "above 0") }
            let table = ZipfTable(count: count, exponent: exponent)
            return { frame, stream in
                let tail = stream.draw(1)
                return frame.rows.map { row in table.rank(for: stream.bits(at: row)) { tail.fraction(at: row) } }
            }
        }
    }
}
