import Reporting

extension Expression {
    /// The expression with every name resolved and every type known, and all that is wrong with it. There is no typed
    /// expression where an issue is an error.
    ///
    /// An aggregate is an issue unless the caller is about to group.
    package func typed(
        in scope: ExpressionScope,
        allowingAggregates: Bool = false
    ) -> (expression: TypedExpression?, issues: [ExpressionIssue]) {
        var typing = Typing(scope, aggregates: allowingAggregates ? .allowed : .refused)
        let typed = typing.typed(self)
        let hasErrors = typing.issues.contains { $0.rule.severity == .error }
        return (hasErrors ? nil : typed, typing.issues)
    }

    /// As `typed`, for a filter, a join or a check: the expression has to be boolean.
    package func typedCondition(
        in scope: ExpressionScope,
        allowingAggregates: Bool = false
    ) -> (expression: TypedExpression?, issues: [ExpressionIssue]) {
        let (typed, issues) = typed(in: scope, allowingAggregates: allowingAggregates)
        guard let typed, typed.type != .boolean, typed.type != .null else { return (typed, issues) }
        let issue = ExpressionIssue(
            .typeMismatch,
            "a condition has to be boolean, not \(typed.type)",
            at: range,
            help: typed.type.isNumeric ? "compare it: … <> 0" : nil
        )
        return (nil, issues + [issue])
    }
}

/// Types one expression from the leaves up. A part that is wrong gives nil and one issue; what stands above it says no more.
struct Typing {
    enum Aggregates {
        case refused, allowed
        case nested(in: String)
    }

    let scope: ExpressionScope
    var aggregates: Aggregates
    private(set) var issues: [ExpressionIssue] = []

    init(_ scope: ExpressionScope, aggregates: Aggregates) {
        self.scope = scope
        self.aggregates = aggregates
    }

    mutating func report(
        _ rule: Rule, _ message: Message, at range: Range<Int>, help: Message? = nil,
        repair: ExpressionIssue.Repair? = nil
    ) {
        issues.append(ExpressionIssue(rule, message, at: range, help: help, repair: repair))
    }

    mutating func typed(_ expression: Expression) -> TypedExpression? {
        let range = expression.range
        switch expression.node {
        case .literal(let value): return TypedExpression(literal: value, at: range)
        case .typedLiteral(let type, let text): return literal(text, type, range)
        case .interval:
            report(
                .typeMismatch,
                "an interval stands only after '+' or '-'",
                at: range,
                help: "add it to a date or a timestamp"
            )
            return nil
        case .name(let parts): return name(parts, range)
        case .reference(let column, let field): return reference(column, field, range)
        case .call(let name, let arguments): return call(name, arguments, range)
        case .unary(let name, let operand): return unary(name, operand, range)
        case .binary(let name, let left, let right): return binary(name, left, right, range)
        case .isNull(let operand, let isNegated):
            return typed(operand).map {
                TypedExpression(.isNull($0, isNegated: isNegated), .boolean, isNullable: false, at: range)
            }
        case .isBoolean(let operand, let value, let isNegated):
            return boolean(operand, "is \(value)").map {
                TypedExpression(.isBoolean($0, value, isNegated: isNegated), .boolean, isNullable: false, at: range)
            }
        case .inList(let operand, let items, let isNegated): return inList(operand, items, isNegated, range)
        case .between(let operand, let low, let high, let isNegated):
            return between(operand, low, high, isNegated, range)
        case .like(let operand, let pattern, let ignoringCase, let isNegated):
            guard let text = string(operand, "like"), let pattern = string(pattern, "like") else { return nil }
            let node = TypedExpression.Node.like(
                text,
                pattern: pattern,
                ignoringCase: ignoringCase,
                isNegated: isNegated
            )
            return TypedExpression(node, .boolean, isNullable: text.isNullable || pattern.isNullable, at: range)
        case .conditional(let operand, let branches, let otherwise):
            return conditional(operand, branches, otherwise, range)
        case .cast(let operand, let type, let isTry): return cast(operand, type, isTry, range)
        case .list(let items): return list(items, range)
        }
    }

    /// Every item typed, so that each one's issues are found; nil where one is wrong.
    mutating func typed(all items: [Expression]) -> [TypedExpression]? {
        let typed = items.map { self.typed($0) }
        return typed.contains { $0 == nil } ? nil : typed.compactMap(\.self)
    }

    /// An operand that has to be boolean.
    mutating func boolean(_ operand: Expression, _ of: String) -> TypedExpression? {
        guard let typed = typed(operand) else { return nil }
        guard typed.type != .boolean else { return typed }
        guard typed.type != .null else { return typed.coerced(to: .boolean) }
        report(
            .typeMismatch,
            "'\(of)' takes a boolean, not \(typed.type)",
            at: operand.range,
            help: typed.type.isNumeric ? "compare it: … <> 0" : nil
        )
        return nil
    }

    private mutating func string(_ operand: Expression, _ of: String) -> TypedExpression? {
        guard let typed = typed(operand) else { return nil }
        if let text = typed.coerced(to: .string) { return text }
        report(
            .typeMismatch,
            "'\(of)' takes a string, not \(typed.type)",
            at: operand.range,
            help: "cast it: cast(… as string)"
        )
        return nil
    }

    private mutating func literal(_ text: String, _ type: DataType, _ range: Range<Int>) -> TypedExpression? {
        guard let value = Value(parsing: text, as: type) else {
            report(.typeMismatch, "'\(text)' is not a \(type)", at: range, help: type.literalHelp)
            return nil
        }
        return TypedExpression(.literal(value), type, isNullable: false, at: range)
    }

    private mutating func cast(
        _ operand: Expression,
        _ type: DataType,
        _ isTry: Bool,
        _ range: Range<Int>
    ) -> TypedExpression? {
        guard let typed = typed(operand) else { return nil }
        guard castExists(from: typed.type, to: type) else {
            report(.typeMismatch, "there is no cast from \(typed.type) to \(type)", at: range)
            return nil
        }
        return TypedExpression(
            .cast(typed, isTry: isTry),
            type,
            isNullable: typed.isNullable || (isTry && typed.type != type),
            at: range
        )
    }

    private mutating func list(_ items: [Expression], _ range: Range<Int>) -> TypedExpression? {
        guard let typed = typed(all: items), let unified = unified(typed, "the items of a list", range) else {
            return nil
        }
        return TypedExpression(.list(unified.items), .list(unified.type), isNullable: false, at: range)
    }
}

extension DataType {
    var literalHelp: Message? {
        switch self {
        case .date: "write it as 2025-01-31"
        case .timestamp, .timestamptz: "write it as 2025-01-31 14:30:00"
        case .uuid: "write it as 123e4567-e89b-12d3-a456-426614174000"
        default: nil
        }
    }
}

/// Whether a written cast can mean anything: to and from string always, among numbers, among dates and times, and from
/// boolean to whole numbers and back.
package func castExists(from: DataType, to: DataType) -> Bool {
    if from == to || from == .null || coercion(from: from, to: to) != nil { return true }
    switch (from, to) {
    case (.string, _): return to != .null
    case (.list(let element), .list(let other)): return castExists(from: element, to: other)
    case (_, .string): return true
    case (.boolean, .int), (.boolean, .bigint), (.int, .boolean), (.bigint, .boolean): return true
    default: return from.isNumeric && to.isNumeric || from.isTemporal && to.isTemporal
    }
}
