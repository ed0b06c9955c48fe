import Expressions

extension ExpressionCompiler {
    /// False wins over null.
    func both(_ a: CompiledExpression, _ b: CompiledExpression) -> CompiledExpression { logic(a, b, decisive: 0) }

    /// True wins over null.
    func either(_ a: CompiledExpression, _ b: CompiledExpression) -> CompiledExpression { logic(a, b, decisive: 1) }

    func negation(_ operand: CompiledExpression) -> CompiledExpression {
        operand.map(.boolean) { $0.mapWhole(.boolean) { 1 - $0 } }
    }

    private func logic(_ a: CompiledExpression, _ b: CompiledExpression, decisive: Int64) -> CompiledExpression {
        let (left, right) = (a.values, b.values)
        return made(.boolean) { frame in
            let (a, b) = (left(frame), right(frame))
            let (first, second) = (a.wholes, b.wholes)
            return Vector.whole(.boolean, nulls: nil, count: first.count) { row in
                let isKnown = (!a.isNull(row), !b.isNull(row))
                if isKnown.0, first[row] == decisive { return decisive }
                if isKnown.1, second[row] == decisive { return decisive }
                return isKnown.0 && isKnown.1 ? 1 - decisive : nil
            }
        }
    }

    /// `=`, `<>`, `<`, `<=`, `>`, `>=` of two values of one family.
    func comparison(
        _ name: String,
        _ a: CompiledExpression,
        _ b: CompiledExpression,
        _ expression: TypedExpression
    ) throws(Reason) -> CompiledExpression {
        guard let holds = Self.tests[name], let ordering = Ordering(a.type, b.type) else {
            throw .unsupported(name, range: expression.range)
        }
        let (left, right) = (a.values, b.values)
        return made(.boolean) { frame in
            let (a, b) = (left(frame), right(frame))
            let order = ordering.compare(a, b)
            return Vector.whole(.boolean, nulls: Vector.union(a.nulls, b.nulls), count: a.count) {
                holds(order($0)) ? 1 : 0
            }
        }
    }

    /// Null is a value of its own.
    func distinction(
        _ a: CompiledExpression,
        _ b: CompiledExpression,
        _ expression: TypedExpression
    ) throws(Reason) -> CompiledExpression {
        guard let ordering = Ordering(a.type, b.type) else {
            throw .unsupported("is distinct from", range: expression.range)
        }
        let (left, right) = (a.values, b.values)
        return made(.boolean) { frame in
            let (a, b) = (left(frame), right(frame))
            let order = ordering.compare(a, b)
            return Vector.whole(.boolean, nulls: nil, count: a.count) { row in
                if a.isNull(row) || b.isNull(row) { return a.isNull(row) == b.isNull(row) ? 0 : 1 }
                return order(row) == 0 ? 0 : 1
            }
        }
    }

    private static let tests: [String: @Sendable (Int) -> Bool] = [
        "=": { $0 == 0 }, "<>": { $0 != 0 }, "<": { $0 < 0 }, "<=": { $0 <= 0 }, ">": { $0 > 0 }, ">=": { $0 >= 0 },
    ]

    func choosing(
        _ name: String,
        _ values: [CompiledExpression],
        _ type: DataType,
        _ expression: TypedExpression
    ) throws(Reason) -> CompiledExpression? {
        switch name {
        case "if": return chosen(conditions: [values[0]], results: Array(values[1...]), type)
        case "nullif":
            let equal = try comparison("=", values[0], values[1], expression)
            let first = values[0].cast(to: type).values
            return made(type) { frame in
                let test = equal.values(frame)
                let (wholes, value) = (test.wholes, first(frame))
                return Vector.picked(type, from: [value]) { test.isNull($0) || wholes[$0] == 0 ? 0 : nil }
            }
        case "coalesce":
            let operands = values.map { $0.cast(to: type).values }
            return made(type) { frame in
                let first = operands[0](frame)
                guard first.nulls != nil, operands.count > 1 else { return first }
                let vectors = [first] + operands[1...].map { $0(frame) }
                return Vector.picked(type, from: vectors) { row in vectors.firstIndex { !$0.isNull(row) } }
            }
        case "greatest": return extreme(1, values, type)
        case "least": return extreme(-1, values, type)
        default: return nil
        }
    }

    /// Nulls are passed over.
    private func extreme(_ sign: Int, _ values: [CompiledExpression], _ type: DataType) -> CompiledExpression? {
        guard let ordering = Ordering(type, type) else { return nil }
        let operands = values.map { $0.cast(to: type).values }
        return made(type) { frame in
            let vectors = operands.map { $0(frame) }
            return vectors.dropFirst().reduce(vectors[0]) { best, other in
                let order = ordering.compare(best, other)
                return Vector.picked(type, from: [best, other]) { row in
                    best.isNull(row) || (!other.isNull(row) && order(row) * sign < 0) ? 1 : 0
                }
            }
        }
    }

    func conditional(
        _ operand: TypedExpression?,
        _ branches: [TypedExpression.Branch],
        _ otherwise: TypedExpression?,
        _ type: DataType
    ) throws(Reason) -> CompiledExpression {
        var conditions: [CompiledExpression] = []
        var results: [CompiledExpression] = []
        for branch in branches {
            let condition = try compiled(branch.condition)
            if let operand {
                conditions.append(try comparison("=", compiled(operand), condition, branch.condition))
            } else {
                conditions.append(condition)
            }
            results.append(try compiled(branch.result))
        }
        if let otherwise { results.append(try compiled(otherwise)) }
        return chosen(conditions: conditions, results: results, type)
    }

    /// The result of the first condition that is true; the last result, if there is one more, where none is.
    private func chosen(
        conditions: [CompiledExpression],
        results: [CompiledExpression],
        _ type: DataType
    ) -> CompiledExpression {
        let tests = conditions.map(\.values)
        let outcomes = results.map { $0.cast(to: type).values }
        return made(type) { frame in
            let tests = tests.map { $0(frame) }
            let wholes = tests.map(\.wholes)
            let vectors = outcomes.map { $0(frame) }
            return Vector.picked(type, from: vectors) { row in
                let place = tests.indices.first { !tests[$0].isNull(row) && wholes[$0][row] != 0 } ?? tests.count
                return place < vectors.count ? place : nil
            }
        }
    }
}
