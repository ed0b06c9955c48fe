import Configuration
import Expressions
import Reporting

extension Diagnostics {
    /// The condition a person wrote, typed over the columns; nil where it does not fit them, with the reason found.
    mutating func condition(_ text: Text, over row: RowType) -> TypedExpression? {
        do {
            let (expression, issues) = try Expression.parse(text.string).typedCondition(in: ExpressionScope(row))
            for issue in issues { report(issue.diagnostic(in: text)) }
            return expression
        } catch {
            report(error.diagnostic(in: text))
            return nil
        }
    }
}
