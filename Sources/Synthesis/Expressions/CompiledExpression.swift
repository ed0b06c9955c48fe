import Expressions

/// An expression made ready: a column computed from the columns of a frame.
struct CompiledExpression: Sendable {
    var type: DataType
    var isNullable: Bool
    var values: @Sendable (Frame) -> Vector

    /// Passes each vector through `change`.
    func map(
        _ type: DataType,
        isNullable: Bool? = nil,
        _ change: @escaping @Sendable (Vector) -> Vector
    ) -> CompiledExpression {
        let values = values
        return CompiledExpression(type: type, isNullable: isNullable ?? self.isNullable) { change(values($0)) }
    }

    /// Whole numbers and decimals at another scale, rounded half away from zero.
    func rescaled(to type: DataType) -> CompiledExpression {
        guard let from = self.type.digits, let to = type.digits else { return self }
        if from.scale == to.scale { return map(type) { Vector(type, $0.storage, nulls: $0.nulls) } }
        return map(type) { vector in
            vector.mapWhole(type) { Decimal64($0, scale: from.scale).scaled(to: to.scale) }
        }
    }
}

extension ColumnScope {
    /// Types the expression against the columns it names, which are compiled for it, and makes it ready.
    func compiled(_ expression: Expression) throws(SynthesisIssue.Reason) -> CompiledExpression {
        var columns: [String: Column] = [:]
        var fields: [String: [String: Column]] = [:]
        for name in expression.rowNames {
            switch name {
            case .column(let name):
                guard constants[name] == nil || hasColumn(name) else { continue }
                let known = try column(name)
                columns[name] = Column(name, known.type, isNullable: known.isNullable)
            case .field(let pointer, let name):
                let known = try field(of: pointer, name)
                fields[pointer, default: [:]][name] = Column(name, known.type, isNullable: known.isNullable)
                let own = try column(pointer)
                columns[pointer] = Column(pointer, own.type, isNullable: own.isNullable)
            }
        }
        let scope = ExpressionScope(
            RowType(columns.values.sorted { $0.name < $1.name }),
            constants: constants,
            references: fields.mapValues { RowType($0.values.sorted { $0.name < $1.name }) }
        )
        let (typed, issues) = expression.typed(in: scope)
        guard let typed else {
            throw issues.first.map { .expression($0) } ?? .unsupported("expression", range: expression.range)
        }
        return try ExpressionCompiler(scope: self).compiled(typed)
    }
}
