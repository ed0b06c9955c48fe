import Engines
import Expressions
import Reporting

/// What has to be measured in a table to decide one expectation.
package enum Check: Sendable {
    /// Known from the columns; no row is read.
    case columns(Finding)
    case rows(RowCheck)
    case key(KeyCheck)
    case aggregate(AggregateCheck)

    /// A decision made from the columns alone, with what a report shows of it.
    package struct Finding: Sendable {
        var isMet: Bool
        /// The members of GX's `result` for this expectation, in its order.
        var result: [(String, JSONText)]
    }
}

/// Rows are judged one by one.
package struct RowCheck: Sendable {
    /// The columns whose values a sample shows.
    var columns: [Column]
    var form: SampleForm = .value
    /// The values of unexpected rows are missing, so there is nothing to show of them.
    var isAboutMissing = false
    /// True for the rows that are judged; nil where all are.
    var considered: SQL?
    /// True for a considered row that breaks the expectation.
    var unexpected: SQL

    /// A judged row for which `expected` is false or null is unexpected.
    init(_ columns: [Column], _ form: SampleForm = .value, considered: SQL? = nil, expected: SQL) {
        self.init(columns, form, considered: considered, unexpected: "(\(expected)) IS NOT TRUE")
    }

    init(_ columns: [Column], _ form: SampleForm = .value, considered: SQL? = nil, unexpected: SQL) {
        self.columns = columns
        self.form = form
        self.considered = considered
        self.unexpected = considered.map { "\($0) AND \(unexpected)" } ?? unexpected
    }

    /// Values of one column; missing ones are left out.
    static func values(of column: Column, expected: SQL) -> Check {
        .rows(RowCheck([column], considered: column.isPresent, expected: expected))
    }
}

/// How a sample of several columns is written in a result.
package enum SampleForm: Sendable {
    /// `7`
    case value
    /// `[7, 8]`
    case pair
    /// `{"a": 7, "b": 8}` in lists, `[7, 8]` beside a count
    case record
}

/// Rows are grouped by a key. Nulls inside a key count as equal.
package struct KeyCheck: Sendable {
    var columns: [Column]
    /// True for the rows whose key counts; nil where all do.
    var considered: SQL?
    var wanted: Wanted

    enum Wanted: Sendable {
        /// Every key occurs once.
        case noRepeats
        /// The number of different keys.
        case count(Bounds)
        /// Different keys for each row counted, 0...1.
        case share(Bounds)
    }
}

/// One number or moment for the whole table.
package struct AggregateCheck: Sendable {
    /// The call, without its row condition: `min("a")`.
    var call: SQL
    /// True for the rows that the call reads; nil where it reads all.
    var considered: SQL?
    /// What is asked of the value, as comparisons to join with AND; empty where any value will do.
    var comparisons: [SQL]
}
