package import Expressions
import Reporting

/// A date or timestamp some time after one that the row already knows; null where that is.
package struct AfterColumn: ColumnGenerator {
    /// An expression of type date or timestamp, such as `order_id->order_date`.
    package var start: Expression
    /// Most microseconds after it. Earlier is likelier: half of all values lie in the first fifth.
    package var within: Int64

    package init(_ start: Expression, within: Int64) {
        self.start = start
        self.within = within
    }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let start = try scope.compiled(start)
        guard [.date, .timestamp, .timestamptz].contains(start.type) else {
            throw .type(column: "after", found: start.type, needed: "a date or timestamp")
        }
        let step: Int64 = start.type == .date ? microsecondsPerDay : 1_000_000
        let steps = UInt64(max(0, within) / step)
        guard steps > 0 else { throw .parameter("within", start.type == .date ? "a day or more" : "a second or more") }
        let unit: Int64 = start.type == .date ? 1 : 1_000_000
        return GeneratedColumn(start.type, isNullable: start.isNullable) { frame, stream in
            let second = stream.draw(1)
            var vector = start.values(frame)
            guard case .whole(var values) = vector.storage else { preconditionFailure("times are whole numbers") }
            for (place, row) in frame.rows.enumerated() {
                let most = stream.number(below: steps, at: row)
                values[place] &+= unit * (1 + Int64(second.number(below: most + 1, at: row)))
            }
            vector.storage = .whole(values)
            return vector
        }
    }
}
