import Expressions

/// A name in an expression that stands for a column of the row or of a row it refers to.
struct RowName {
    var column: String
    /// What follows `->`.
    var field: String?
    /// UTF-8 offsets in the expression.
    var range: Range<Int>
}

extension Expression {
    /// Names of one part and references, left to right.
    var rowNames: [RowName] {
        switch node {
        case .name(let parts): parts.count == 1 ? parts.map { RowName(column: $0, range: range) } : []
        case .reference(let column, let field): [RowName(column: column, field: field, range: range)]
        default: parts.flatMap(\.rowNames)
        }
    }

    private var parts: [Expression] {
        switch node {
        case .literal, .typedLiteral, .interval, .name, .reference: []
        case .call(_, let arguments), .list(let arguments): arguments
        case .unary(_, let operand), .isNull(let operand, _), .isBoolean(let operand, _, _), .cast(let operand, _, _):
            [operand]
        case .binary(_, let left, let right): [left, right]
        case .inList(let operand, let items, _): [operand] + items
        case .between(let operand, let low, let high, _): [operand, low, high]
        case .like(let operand, let pattern, _, _): [operand, pattern]
        case .conditional(let operand, let branches, let otherwise):
            [operand].compactMap(\.self) + branches.flatMap { [$0.condition, $0.result] }
                + [otherwise].compactMap(\.self)
        }
    }
}
