import Reporting
import Testing

@testable import Expressions

/// The columns and constants most tests speak of.
let shop = ExpressionScope(
    RowType([
        Column("order_id", .uuid, isNullable: false), Column("quantity", .int, isNullable: false),
        Column("total_price", .decimal(precision: 12, scale: 2)), Column("status", .string),
        Column("order_date", .timestamp), Column("signup_date", .date, isNullable: false), Column("weight", .double),
        Column("stock", .bigint), Column("is_paid", .boolean), Column("Ação", .string), Column("tags", .list(.string)),
    ]),
    constants: [
        "params.date": Constant(type: .date, value: .date(20_089)), "run.started_at": Constant(type: .timestamptz),
        "params.orders": Constant(type: .bigint, value: .integer(5)),
    ],
    references: ["product_id": RowType([Column("price", .decimal(precision: 10, scale: 2), isNullable: false)])]
)

/// The typed expression of a text that has to be right.
func typed(
    _ text: String,
    in scope: ExpressionScope = shop,
    aggregates: Bool = false,
    at location: SourceLocation = #_sourceLocation
) throws -> TypedExpression {
    let (typed, issues) = try Expression.parse(text).typed(in: scope, allowingAggregates: aggregates)
    return try #require(typed, "\(text): \(issues.map(\.message))", sourceLocation: location)
}

/// All issues of a text, parsing's or typing's, as `range code message (help)`.
func issues(_ text: String, in scope: ExpressionScope = shop, aggregates: Bool = false) -> [String] {
    do {
        return try Expression.parse(text).typed(in: scope, allowingAggregates: aggregates).issues.map(written)
    } catch {
        return [written(error)]
    }
}

private func written(_ issue: ExpressionIssue) -> String {
    "\(issue.range) \(issue.rule.code) \(issue.message)" + (issue.help.map { " (\($0))" } ?? "")
}

/// A parsed tree with every operator in brackets, to show what binds to what.
func tree(_ text: String) throws -> String { tree(try Expression.parse(text)) }

private func tree(_ expression: Expression) -> String {
    func all(_ items: [Expression]) -> String { items.map { tree($0) }.joined(separator: ", ") }
    func not(_ isNegated: Bool) -> String { isNegated ? "not " : "" }
    switch expression.node {
    case .literal(.string(let text)): return "'\(text)'"
    case .literal(let value): return value.text
    case .typedLiteral(let type, let text): return "\(type)'\(text)'"
    case .interval(let interval): return "interval(\(interval))"
    case .name(let parts): return parts.joined(separator: ".")
    case .call(let name, let arguments): return "\(name)(\(all(arguments)))"
    case .unary(let name, let operand): return "[\(name) \(tree(operand))]"
    case .binary(let name, let left, let right): return "[\(tree(left)) \(name) \(tree(right))]"
    case .isNull(let operand, let isNegated): return "[\(tree(operand)) is \(not(isNegated))null]"
    case .isBoolean(let operand, let value, let isNegated): return "[\(tree(operand)) is \(not(isNegated))\(value)]"
    case .inList(let operand, let items, let isNegated): return "[\(tree(operand)) \(not(isNegated))in (\(all(items)))]"
    case .between(let operand, let low, let high, let isNegated):
        return "[\(tree(operand)) \(not(isNegated))between \(tree(low)) and \(tree(high))]"
    case .like(let operand, let pattern, let ignoringCase, let isNegated):
        return "[\(tree(operand)) \(not(isNegated))\(ignoringCase ? "ilike" : "like") \(tree(pattern))]"
    case .conditional(let operand, let branches, let otherwise):
        let written = branches.map { " when \(tree($0.condition)) then \(tree($0.result))" }.joined()
        return "[case\(operand.map { " " + tree($0) } ?? "")\(written)\(otherwise.map { " else " + tree($0) } ?? "")]"
    case .cast(let operand, let type, let isTry): return "[\(isTry ? "try_cast" : "cast") \(tree(operand)) \(type)]"
    case .reference(let column, let field): return "\(column)->\(field)"
    case .list(let items): return "list(\(all(items)))"
    }
}
