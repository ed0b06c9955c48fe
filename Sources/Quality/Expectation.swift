package import Configuration
package import Reporting

/// What is expected of a table, and what it means when it does not hold.
package struct Expectation: Sendable {
    package var kind: any ExpectationKind
    /// The share of judged rows that must hold, 0...1.
    package var mostly: Double = 1
    package var importance: Importance = .critical
    /// Only rows for which this expression is true are looked at.
    package var condition: Text?
    package var note: String?
    package var id: String?
    /// As a Great Expectations suite wrote it; nil for our own form.
    package var origin: GXOrigin?
    /// Where it is written.
    package var span: Span
}

/// What the failure of an expectation does: only `critical` stops a table.
package enum Importance: String, Hashable, Sendable, CaseIterable {
    case critical, warning, info
}

/// The name and arguments under which a Great Expectations suite wrote an expectation, for its result.
package struct GXOrigin: Sendable {
    package var type: String
    package var kwargs: [(String, JSONText)]
    package var meta: JSONText
}

/// The expectations of one table, in the order written.
package struct Suite: Sendable {
    package let name: String
    package let expectations: [Expectation]
    /// Path of the file, relative to the project's folder.
    package let file: String

    package init(name: String, expectations: [Expectation], file: String) {
        self.name = name
        self.expectations = expectations
        self.file = file
    }
}
