import Testing

@testable import Execution

@Suite struct RowLawTests {
    @Test(arguments: [
        TaskReport(rowsIn: 10, rowsOut: 4, rejected: 3, filtered: 2, deduplicated: 1),
        TaskReport(rowsIn: 10, rowsOut: 9, rejected: 1),
        TaskReport(rowsIn: 0, rowsOut: 0, rejected: 0),
        // A join says no more than this.
        TaskReport(rowsIn: 10, rowsOut: 25),
        TaskReport(rowsOut: 7),
        TaskReport(),
    ])
    func `what goes in comes out, or is told`(report: TaskReport) {
        #expect(report.brokenRowLaw == nil)
    }

    @Test func `lost and doubled rows are named with the account`() {
        #expect(
            TaskReport(rowsIn: 10, rowsOut: 7, rejected: 2).brokenRowLaw
                == "10 rows were read, but 7 written, 2 rejected: 1 missing"
        )
        #expect(
            TaskReport(rowsIn: 10, rowsOut: 7, filtered: 4, deduplicated: 0).brokenRowLaw
                == "10 rows were read, but 7 written, 4 filtered: 1 too many"
        )
        #expect(
            TaskReport(rowsIn: 3, rowsOut: 4, rejected: 0).brokenRowLaw == "3 rows were read, but 4 written: 1 too many"
        )
    }

    /// Counted apart, a difference is negative where rows were doubled; the sum alone would not show it.
    @Test func `no count is below zero`() {
        #expect(
            TaskReport(rowsIn: 10, rowsOut: 12, filtered: 0, deduplicated: -2).brokenRowLaw
                == "duplicates: -2 rows, fewer than none"
        )
    }
}
