import Expressions

extension ExpressionCompiler {
    func cast(
        _ operand: CompiledExpression,
        to type: DataType,
        _ expression: TypedExpression
    ) throws(Reason) -> CompiledExpression {
        guard operand.type.isCellType, type.isCellType else { throw .unsupported("cast", range: expression.range) }
        return operand.cast(to: type)
    }
}

extension DataType {
    /// Whether columns of the type can be generated.
    fileprivate var isCellType: Bool {
        switch self {
        case .binary, .json, .list: false
        default: true
        }
    }
}

extension CompiledExpression {
    /// A value that does not read as the type becomes null.
    func cast(to type: DataType) -> CompiledExpression {
        if self.type == type { return self }
        switch (self.type, type) {
        case (.null, _):
            return map(type) { vector in
                Vector.picked(type, from: [vector]) { _ in nil }
            }
        case _ where self.type.digits != nil && type.digits != nil: return rescaled(to: type)
        case (_, .double) where self.type.isNumeric:
            return map(type) { Vector(.double, .doubles($0.numbers), nulls: $0.nulls) }
        case (.double, _) where type.digits != nil: return fromDouble(to: type)
        case (.boolean, .int), (.boolean, .bigint), (.timestamp, .timestamptz), (.timestamptz, .timestamp):
            return map(type) { Vector(type, $0.storage, nulls: $0.nulls) }
        case (.int, .boolean), (.bigint, .boolean): return map(type) { $0.mapWhole(type) { $0 == 0 ? 0 : 1 } }
        case (.date, .timestamp), (.date, .timestamptz):
            return map(type) { $0.mapWhole(type) { Decimal64.multiplied($0, microsecondsPerDay) } }
        case (.timestamp, .date), (.timestamptz, .date):
            return map(type) { $0.mapWhole(type) { floorDivide($0, microsecondsPerDay) } }
        case (.string, _): return parsedTexts(as: type)
        default: return spelledTexts()
        }
    }

    private func fromDouble(to type: DataType) -> CompiledExpression {
        let unit = Double(powerOfTen(type.scale))
        return map(type) { vector in
            let numbers = vector.numbers
            return Vector.whole(type, nulls: vector.nulls, count: numbers.count) {
                Int64(exactly: (numbers[$0] * unit).rounded(.toNearestOrAwayFromZero))
            }
        }
    }

    private func parsedTexts(as type: DataType) -> CompiledExpression {
        map(type) { vector in
            let texts = vector.texts
            let values = (0..<texts.count).map { row in
                vector.isNull(row) ? nil : Value(parsing: String(decoding: texts[row], as: UTF8.self), as: type)
            }
            return FixedValues(values.map { $0 ?? .null }, as: type)?.vector(at: Array(values.indices)) ?? vector
        }
    }

    /// As text; times as the language writes them, which is not how files have them.
    private func spelledTexts() -> CompiledExpression {
        guard type.isTemporal, type != .date else {
            return map(.string) { Vector(.string, .texts($0.texts), nulls: $0.nulls) }
        }
        let isInstant = type == .timestamptz
        return map(.string) { vector in
            let values = vector.wholes
            return Vector.strings(vector.nulls, count: values.count) { text, row in
                text.add((isInstant ? Value.timestamptz(values[row]) : .timestamp(values[row])).text.utf8)
            }
        }
    }
}
