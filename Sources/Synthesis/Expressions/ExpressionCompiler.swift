import Expressions

/// Makes typed expressions ready for frames of one table.
///
/// Decimals are whole numbers times a power of ten in 64 bits; roundings go half away from zero. A result beyond
/// 64 bits, a cast that fails and a division by nought are null: a generator never fails while it runs.
struct ExpressionCompiler {
    let scope: ColumnScope

    typealias Reason = SynthesisIssue.Reason

    func compiled(_ expression: TypedExpression) throws(Reason) -> CompiledExpression {
        if case .list = expression.type, !expression.isKnownList { throw .unsupported("list", range: expression.range) }
        var result = try node(expression)
        result.isNullable = expression.isNullable
        return result
    }

    private func node(_ expression: TypedExpression) throws(Reason) -> CompiledExpression {
        switch expression.node {
        case .column(_, let name):
            let column = try scope.column(name)
            return made(column.type) { $0.vector(column.place) }
        case .reference(let pointer, let name):
            let field = try scope.field(of: pointer, name)
            return made(field.type) { $0.vector(field.place) }
        case .literal(let value): return try compiledConstant(value, expression.type, expression)
        case .constant(let name, let value):
            guard let value else { throw .unsupported(name, range: expression.range) }
            return try compiledConstant(value, expression.type, expression)
        case .call(let name, let arguments): return try call(name, arguments, expression)
        case .cast(let operand, _): return try cast(compiled(operand), to: expression.type, expression)
        case .conditional(let operand, let branches, let otherwise):
            return try conditional(operand, branches, otherwise, expression.type)
        case .inList(let operand, let items, let isNegated):
            return try inList(operand, items, isNegated)
        case .between(let operand, let low, let high, let isNegated):
            let value = try compiled(operand)
            let inside = try both(
                comparison(">=", value, compiled(low), expression),
                comparison("<=", value, compiled(high), expression)
            )
            return isNegated ? negation(inside) : inside
        case .isNull(let operand, let isNegated): return try isNull(compiled(operand), isNegated)
        case .isBoolean(let operand, let value, let isNegated):
            return try compiled(operand).map(.boolean, isNullable: false) { vector in
                let values = vector.wholes
                return Vector.whole(.boolean, nulls: nil, count: values.count) { row in
                    (!vector.isNull(row) && (values[row] != 0) == value) != isNegated ? 1 : 0
                }
            }
        case .shift(let operand, let interval): return try shift(compiled(operand), by: interval, to: expression.type)
        case .like(let text, let pattern, let ignoringCase, let isNegated):
            let isLike = try like(compiled(text), compiled(pattern), ignoringCase ? .ignored : .told)
            return isNegated ? negation(isLike) : isLike
        case .list(let items): return try list(of: items, expression)
        }
    }

    /// Nullability is the typed expression's, set by `compiled`.
    func made(_ type: DataType, _ values: @escaping @Sendable (Frame) -> Vector) -> CompiledExpression {
        CompiledExpression(type: type, isNullable: true, values: values)
    }

    private func compiledConstant(
        _ value: Value,
        _ type: DataType,
        _ expression: TypedExpression
    ) throws(Reason) -> CompiledExpression {
        guard let values = FixedValues([value], as: type == .null ? .string : type) else {
            throw .unsupported(value.text, range: expression.range)
        }
        return made(type) { frame in
            values.vector(at: Array(repeating: 0, count: frame.rows.count))
        }
    }

    private func isNull(_ operand: CompiledExpression, _ isNegated: Bool) -> CompiledExpression {
        operand.map(.boolean, isNullable: false) { vector in
            Vector.whole(.boolean, nulls: nil, count: vector.count) { vector.isNull($0) != isNegated ? 1 : 0 }
        }
    }

    private func inList(
        _ operand: TypedExpression,
        _ items: [TypedExpression],
        _ isNegated: Bool
    ) throws(Reason) -> CompiledExpression {
        let value = try compiled(operand)
        var found: CompiledExpression?
        for item in items {
            let equal = try comparison("=", value, compiled(item), operand)
            found = found.map { either($0, equal) } ?? equal
        }
        guard let found else { throw .unsupported("in ()", range: operand.range) }
        return isNegated ? negation(found) : found
    }
}

extension TypedExpression {
    /// Lists are looked into, and no function makes one.
    fileprivate var isKnownList: Bool {
        switch node {
        case .column, .list: true
        default: false
        }
    }
}
