package import Configuration
package import Expressions
package import Reporting

/// One kind of expectation: how it is written, which columns it fits and what it measures.
package protocol ExpectationKind: Sendable {
    static var spec: KindSpec { get }
    /// The expectations of Great Expectations that mean the same; the first is the one we write.
    static var gxForms: [GXForm] { get }
    /// One for each column where a list of columns is short for several; none where a field was wrong.
    static func read(_ record: Record) -> [Self]
    /// The kind's own fields as written in `spec`, defaults left out.
    var arguments: [(String, JSONText)] { get }
    /// As a sentence without its subject's article: `quantity is between 1 and 5`.
    var sentence: String { get }
    func check(against row: RowType, at span: Span, found: inout Diagnostics)
    /// What to measure. Asked only when `check` found no error.
    func check(in row: RowType) -> Check
}

extension ExpectationKind {
    package static var gxForms: [GXForm] { [] }
}

/// An expectation of Great Expectations and how its arguments are called here.
package struct GXForm: Sendable {
    package let name: String
    /// Their argument to our fields; several where one stands for more (`value` for both ends).
    package let arguments: [(String, [String])]

    init(_ name: String, _ arguments: [(String, [String])]) {
        self.name = "expect_" + name
        self.arguments = arguments
    }
}
