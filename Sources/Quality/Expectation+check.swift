import Engines
package import Expressions
package import Reporting

extension Expectation {
    /// What does not fit a table's columns: names, types, bounds, the row condition.
    package func check(against row: RowType, found: inout Diagnostics) {
        kind.check(against: row, at: span, found: &found)
        if let condition { _ = found.condition(condition, over: row) }
    }

    /// The row condition for an engine; nil where every row is looked at.
    func condition(in row: RowType) -> SQL? {
        var found = Diagnostics()
        return condition.flatMap { found.condition($0, over: row) }.map { SQL($0, dialect: .duckdb) }
    }
}

extension Suite {
    /// Every expectation that does not fit the table.
    package func check(against row: RowType, found: inout Diagnostics) {
        for expectation in expectations { expectation.check(against: row, found: &found) }
    }
}
