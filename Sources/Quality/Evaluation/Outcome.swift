package import Engines
package import Reporting

/// One expectation and what the data said about it.
package struct Outcome: Sendable {
    package let expectation: Expectation
    package let verdict: Verdict
    package let observation: Observation
    /// Shows what broke it: the failing rows, or the value for the whole table.
    package let inspection: SQL?
    /// True for the rows that break it; nil where no single row does.
    let fault: SQL?

    package enum Verdict: Hashable, Sendable {
        case met
        case broken
        /// It could not be judged: why, in one phrase. Counts as not met.
        case impossible(String)
    }

    package enum Observation: Sendable {
        case nothing
        case columns([(String, JSONText)])
        case rows(RowCounts, SampleForm, [Sample])
        /// Of the whole table; nil where there was nothing to compute it from.
        case value(JSONText)
    }

    package var isMet: Bool { verdict == .met }
}

/// How many rows an expectation judged and how many broke it.
package struct RowCounts: Hashable, Sendable {
    /// Rows for which the row condition holds.
    package var total: Int
    /// Of these, rows with nothing to judge; nil for expectations that judge every row.
    package var missing: Int?
    package var unexpected: Int

    package var judged: Int {
        guard let missing else { return total }
        return total - missing
    }

    /// Nothing judged is nothing wrong. The quotient is taken as written here, so that an exact boundary holds:
    /// 1 of 10 unexpected meets `mostly: 0.9`.
    package func meets(mostly: Double) -> Bool {
        judged == 0 || Double(judged - unexpected) / Double(judged) >= mostly
    }

    /// 0...100, or nil of nothing; divided first, as Great Expectations rounds.
    package static func percent(_ part: Int, of whole: Int) -> Double? {
        whole == 0 ? nil : Double(part) / Double(whole) * 100
    }
}

/// A value, or the values of several columns, that broke an expectation.
package struct Sample: Sendable {
    /// The columns' names and values, in the order of the expectation.
    package var values: [(column: String, value: JSONText)]
    /// Rows that hold exactly this.
    package var count: Int
}
