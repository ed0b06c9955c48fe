import Expressions
import Reporting

/// Days between two days, both possible. In weekly seasons working days are likelier than weekends.
package struct DateColumn: ColumnGenerator {
    /// Days since 1970-01-01.
    package var from: Int32
    package var to: Int32
    package var isWeekly: Bool

    package init(from: Int32, to: Int32, isWeekly: Bool = false) {
        self.from = from
        self.to = to
        self.isWeekly = isWeekly
    }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        guard from <= to else { throw .emptyRange(from: dateText(from), to: dateText(to)) }
        let first = Int64(from)
        let width = UInt64(Int64(to) - first)
        guard isWeekly else {
            return GeneratedColumn(.date) { frame, stream in
                Vector(.date, frame.whole { uniform(first, width, stream, $0) })
            }
        }
        guard width < Season.mostSlots else {
            throw .parameter("from", "less than \(Season.mostSlots) days before 'to'")
        }
        let table = AliasTable(weights: (first...Int64(to)).map(Season.weight(ofDay:)))
        return GeneratedColumn(.date) { frame, stream in
            Vector(.date, frame.whole { first + Int64(table.index(for: stream.bits(at: $0))) })
        }
    }
}
