package import Expressions
package import Reporting

extension ExpressionIssue {
    /// The finding it is in the text the expression was read from.
    package func diagnostic(in text: Text) -> Diagnostic {
        let fix = repair.flatMap { text.fix($0.applicability, $0.title, replacing: $0.range, by: $0.replacement) }
        return Diagnostic(rule, message, at: text.span(of: range), help: help, fix: fix)
    }
}
