import Expressions
import Reporting

extension TypedExpression {
    /// The expression in one spelling, whatever its layout: equal texts compute the same.
    ///
    /// - Parameter column: what stands for a column, given its qualifier and name.
    func formula(_ column: (String?, String) -> String) -> String {
        func inner(_ expression: TypedExpression) -> String { expression.formula(column) }
        func list(_ items: [TypedExpression]) -> String { items.map(inner).joined(separator: ", ") }
        func not(_ isNegated: Bool) -> String { isNegated ? "not " : "" }
        switch node {
        case .column(let qualifier, let name): return column(qualifier, name)
        case .constant(let name, let value): return value.map { "\($0)" } ?? name
        case .literal(.string(let text)): return "'\(text)'"
        case .literal(let value): return value.text
        case .call(let name, let arguments): return "\(name)(\(list(arguments)))"
        case .cast(let value, let isTry):
            return isImplicitCast(of: value) ? inner(value) : "\(isTry ? "try_" : "")cast(\(inner(value)) as \(type))"
        case .conditional(let operand, let branches, let otherwise):
            let cases = branches.map { "when \(inner($0.condition)) then \(inner($0.result))" }
            return
                "case(\(operand.map(inner).led(by: "")) \(cases.joined(separator: " ")) else \(otherwise.map(inner) ?? "null"))"
        case .inList(let value, let items, let isNegated): return "\(not(isNegated))in(\(inner(value)); \(list(items)))"
        case .between(let value, let low, let high, let isNegated):
            return "\(not(isNegated))between(\(list([value, low, high])))"
        case .like(let value, let pattern, let ignoringCase, let isNegated):
            return "\(not(isNegated))\(ignoringCase ? "i" : "")like(\(list([value, pattern])))"
        case .isNull(let value, let isNegated): return "\(not(isNegated))null(\(inner(value)))"
        case .isBoolean(let value, let wanted, let isNegated): return "\(not(isNegated))is(\(inner(value)), \(wanted))"
        case .shift(let value, let interval): return "shift(\(inner(value)), \(interval))"
        case .reference(let name, let field): return "\(column(nil, name)).\(field)"
        case .list(let items): return "[\(list(items))]"
        }
    }

    /// What typing put in has the place of what it casts, and follows from the types of the columns.
    private func isImplicitCast(of value: TypedExpression) -> Bool {
        guard case .cast(_, isTry: false) = node else { return false }
        return !range.isEmpty && range == value.range
    }

    /// The parts that must all be true: a filter of `a and b` is the same as two filters.
    var conjuncts: [TypedExpression] {
        guard case .call("and", let parts) = node else { return [self] }
        return parts.flatMap(\.conjuncts)
    }
}
