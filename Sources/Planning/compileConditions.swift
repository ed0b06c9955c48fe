import Configuration
import Expressions
import Kinds
import Reporting
import Synthesis

/// Which declarations take no part in the run, by the place of their `when`.
func compileConditions(_ pipeline: Pipeline, _ found: inout Diagnostics) -> Set<Span> {
    let conditions =
        pipeline.sources.compactMap(\.condition) + pipeline.transforms.compactMap(\.condition)
        + pipeline.sinks.compactMap(\.condition)
    let constants = pipeline.constants.filter { $0.value.value != nil }
    var leftOut: Set<Span> = []
    for text in conditions {
        let scope = ExpressionScope(columns: [], constants: constants)
        var parsed: Expression?
        let typed = typedExpression(text, found: &found) { expression in
            parsed = expression
            return expression.typedCondition(in: scope)
        }
        guard typed != nil, let condition = parsed else { continue }
        do throws(SynthesisIssue.Reason) {
            if try !conditionHolds(condition, constants: constants) { leftOut.insert(text.span) }
        } catch {
            found.report(
                Diagnostic(
                    .conditionNotKnown, "'when' cannot be decided before the run: \(error.message)", at: text.span,
                    help: "compare parameters: params.full = true"))
        }
    }
    return leftOut
}
