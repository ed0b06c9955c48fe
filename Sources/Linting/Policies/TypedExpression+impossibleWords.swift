import Expressions
import Reporting

extension TypedExpression {
    /// Texts that are compared with a column and are none of those that it can be: a condition that no declaration meets
    /// would be about nothing, without a word.
    func impossibleWords(of model: PolicyModel) -> [ExpressionIssue] {
        let compared: [(TypedExpression, TypedExpression)] =
            switch node {
            case .call(let name, let sides) where sides.count == 2 && comparing.contains(name):
                [(sides[0], sides[1]), (sides[1], sides[0])]
            case .inList(let value, let items, _): items.map { (value, $0) }
            default: []
            }
        return compared.compactMap { model.impossibleWord($1, as: $0) }
            + children.flatMap { $0.impossibleWords(of: model) }
    }
}

private let comparing: Set = ["=", "<>", "is distinct from", "is not distinct from", "list_contains"]

extension PolicyModel {
    fileprivate func impossibleWord(_ word: TypedExpression, as value: TypedExpression) -> ExpressionIssue? {
        guard case .column(_, let name) = value.node, case .literal(.string(let text)) = word.node,
            let choices = columns.first(where: { $0.name == name })?.choices, !choices.isEmpty, !choices.contains(text)
        else { return nil }
        return ExpressionIssue(
            .customRuleError,
            "'\(name)' is never '\(text)'",
            at: word.range,
            help: closestName(to: text, among: choices).map { "did you mean '\($0)'?" }
                ?? "it is one of \(choices.joined(separator: ", "))"
        )
    }
}
