package import Configuration

/// Columns of another dataset in which an expectation looks up values.
package struct Lookup: Sendable {
    package let columns: [String]
    /// The other dataset, as the suite names it.
    package let dataset: Text
    /// Its columns, in the order of `columns`.
    package let keys: [String]
}

extension Expectation {
    /// Nil where it is about its own dataset alone.
    package var lookup: Lookup? { (kind as? References)?.lookup }
}
