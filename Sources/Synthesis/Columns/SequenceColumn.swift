import Expressions
import Reporting

/// `start`, `start + step`, … in the order of the rows.
package struct SequenceColumn: ColumnGenerator {
    package var start: Int64
    package var step: Int64

    package init(start: Int64 = 1, step: Int64 = 1) {
        self.start = start
        self.step = step
    }

    package func compiled(in scope: ColumnScope) throws(SynthesisIssue.Reason) -> GeneratedColumn {
        let (start, step) = (start, step)
        let (way, overflow) = step.multipliedReportingOverflow(by: Int64(max(0, scope.rows - 1)))
        let (last, beyond) = start.addingReportingOverflow(way)
        guard !overflow, !beyond else { throw .parameter("step", "so small that the last row's number has 64 bits") }
        let type: DataType = Int32(exactly: start) != nil && Int32(exactly: last) != nil ? .int : .bigint
        return GeneratedColumn(type) { frame, _ in
            Vector(type, frame.whole { start + step * Int64($0) })
        }
    }
}
