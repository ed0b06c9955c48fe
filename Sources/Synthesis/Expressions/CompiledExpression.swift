import Expressions
import Reporting

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
        for name in expression.rowNames where hasColumn(name.column) || constants[name.column] == nil {
            guard hasColumn(name.column) else { throw .expression(.unknownRowColumn(name, among: columnNames)) }
            let own = try column(name.column)
            columns[name.column] = Column(name.column, own.type, isNullable: own.isNullable)
            guard let field = name.field else { continue }
            let known = try self.knownField(field, of: name)
            fields[name.column, default: [:]][field] = Column(field, known.type, isNullable: known.isNullable)
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

extension ColumnScope {
    /// A field that an expression names; an unknown one is shown where it stands.
    private func knownField(_ field: String, of name: RowName) throws(SynthesisIssue.Reason) -> KnownField {
        do throws(SynthesisIssue.Reason) {
            return try self.field(of: name.column, field)
        } catch {
            switch error {
            case .unknownColumn(_, _, let known):
                let closest = closestName(to: field, among: known)
                let help = closest.map { "did you mean '\($0)'?" } ?? error.help
                throw .expression(ExpressionIssue(.unknownColumn, error.message, at: name.range, help: help))
            case .noFields: throw .expression(ExpressionIssue(.unknownColumn, error.message, at: name.range))
            default: throw error
            }
        }
    }
}

extension ExpressionIssue {
    fileprivate static func unknownRowColumn(_ name: RowName, among known: [String]) -> ExpressionIssue {
        let start = name.range.lowerBound
        let closest = closestName(to: name.column, among: known)
        return ExpressionIssue(
            .unknownColumn,
            "no column '\(name.column)'",
            at: start..<start + name.column.utf8.count,
            help: closest.map { "did you mean '\($0)'?" } ?? "columns here: \(known.joined(separator: ", "))"
        )
    }
}
