import Expressions

extension ExpressionCompiler {
    /// A list whose items are written out.
    func list(of items: [TypedExpression], _ expression: TypedExpression) throws(Reason) -> CompiledExpression {
        let written = items.compactMap { if case .literal(let value) = $0.node { value } else { nil } }
        guard case .list(let element) = expression.type, written.count == items.count,
            let values = FixedValues(written, as: element)
        else { throw .unsupported("list", range: expression.range) }
        let items = values.vector(at: Array(0..<values.count))
        let list = Vector(expression.type, .lists(items: items, ends: [values.count]))
        return made(expression.type) { frame in list.cells(at: Array(repeating: 0, count: frame.rows.count)) }
    }

    /// `list_contains`. A null in the list is like no value.
    func membership(
        of value: CompiledExpression,
        in list: CompiledExpression,
        _ expression: TypedExpression
    ) throws(Reason) -> CompiledExpression {
        guard case .list(let element) = list.type, let ordering = Ordering(element, value.type) else {
            throw .unsupported("list_contains", range: expression.range)
        }
        let (lists, wanted) = (list.values, value.values)
        return made(.boolean) { frame in
            let (lists, wanted) = (lists(frame), wanted(frame))
            guard case .lists(let items, let ends) = lists.storage else {
                preconditionFailure("lists are kept as lists")
            }
            let rows = rowsOfItems(ends)
            let order = ordering.compare(items, wanted.cells(at: rows))
            var holds = Array(repeating: Int64(0), count: ends.count)
            for (item, row) in rows.enumerated() where !items.isNull(item) && order(item) == 0 { holds[row] = 1 }
            return Vector(.boolean, .whole(holds), nulls: Vector.union(lists.nulls, wanted.nulls))
        }
    }

    func listLength(_ list: CompiledExpression) -> CompiledExpression {
        list.map(.bigint) { lists in
            guard case .lists(_, let ends) = lists.storage else { preconditionFailure("lists are kept as lists") }
            let starts = [0] + ends.dropLast()
            return Vector(.bigint, .whole(zip(starts, ends).map { Int64($1 - $0) }), nulls: lists.nulls)
        }
    }
}

/// For each item of all lists, the row whose list it is in.
private func rowsOfItems(_ ends: [Int]) -> [Int] {
    var start = 0
    return ends.enumerated().flatMap { row, end in
        defer { start = end }
        return Array(repeating: row, count: end - start)
    }
}
