extension TypedExpression {
    /// A literal as it is written: a whole number is an int where it fits, else a bigint; a number with a point is a
    /// decimal of just its digits.
    init(literal value: Value, at range: Range<Int>) {
        let type: DataType =
            switch value {
            case .null: .null
            case .boolean: .boolean
            case .integer(let number): Int32(exactly: number) == nil ? .bigint : .int
            case .double: .double
            case .decimal(let digits): Self.decimalType(digits)
            case .string: .string
            case .date: .date
            case .timestamp: .timestamp
            case .timestamptz: .timestamptz
            case .uuid: .uuid
            case .binary: .binary
            case .list: .list(.null)
            }
        self.init(.literal(value), type, isNullable: value == .null, at: range)
    }

    private static func decimalType(_ digits: String) -> DataType {
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        let scale = parts.count == 2 ? parts[1].count : 0
        let whole = parts[0].count(where: \.isNumber)
        return .decimal(precision: min(38, max(1, whole + scale)), scale: scale)
    }

    var isLiteral: Bool {
        if case .literal = node { true } else { false }
    }

    /// A text in quotes that has not become anything else.
    var isQuotedLiteral: Bool {
        if case .literal(.string) = node { type == .string } else { false }
    }

    /// The literal's canonical text; empty for what is no literal.
    var literalText: String {
        if case .literal(let value) = node { value.text } else { "" }
    }

    /// A number literal other than nought.
    package var isKnownNumber: Bool {
        switch node {
        case .literal(.integer(let number)): number != 0
        case .literal(.double(let number)): number != 0
        case .literal(.decimal(let digits)): digits.contains { ("1"..."9").contains($0) }
        default: false
        }
    }

    /// The same value as another type without being asked: a literal is read as that type, anything else is cast.
    /// nil where it cannot be.
    package func coerced(to wanted: DataType) -> TypedExpression? {
        if type == wanted { return self }
        if case .literal(let value) = node, let literal = value.literalRead(as: wanted, from: type) {
            return TypedExpression(.literal(literal), wanted, isNullable: literal == .null, at: range)
        }
        guard coercion(from: type, to: wanted) != nil else { return nil }
        return TypedExpression(.cast(self, isTry: false), wanted, isNullable: isNullable, at: range)
    }
}

extension Value {
    /// A literal of one type read as another; nil where that loses something or makes no sense.
    fileprivate func literalRead(as wanted: DataType, from: DataType) -> Value? {
        switch (self, wanted) {
        case (.null, _): .null
        case (.string(let text), _) where from == .string && wanted.readsQuotedLiterals:
            Value(parsing: text, as: wanted)
        case (.integer, .bigint): self
        case (.integer(let number), .decimal): Value(parsing: String(number), as: wanted)
        case (.decimal(let digits), .decimal): Value(parsing: digits, as: wanted)
        case (.integer(let number), .double): .double(Double(number))
        case (.decimal(let digits), .double): Double(digits).map { .double($0) }
        case (.date(let days), .timestamp): .timestamp(Int64(days) * microsecondsPerDay)
        default: nil
        }
    }
}

/// All items as their common type; nil where there is none. A literal follows the others where it can be read as
/// their type, so that `coalesce(price, 0)` has the type of `price`.
func unify(_ items: [TypedExpression]) -> (items: [TypedExpression], type: DataType)? {
    guard var type = commonType(of: items.filter { !$0.isLiteral }.map(\.type)) else { return nil }
    let hasDecimals = items.contains(where: \.type.isDecimal)
    for literal in items where literal.isLiteral && (type == .null || literal.coerced(to: type) == nil) {
        guard let wider = widened(type, by: literal, amongDecimals: hasDecimals) else { return nil }
        type = wider
    }
    let unified = items.compactMap { $0.coerced(to: type) }
    return unified.count == items.count ? (unified, type) : nil
}

/// The common type with a literal. Among decimals a whole number counts by its digits: 0 makes no decimal(5,2) longer.
private func widened(_ type: DataType, by literal: TypedExpression, amongDecimals: Bool) -> DataType? {
    if amongDecimals, literal.type.isInteger {
        return commonType(type, .decimal(precision: literal.literalText.count(where: \.isNumber), scale: 0))
    }
    if type == .string, literal.type.readsQuotedLiterals { return literal.type }
    return commonType(type, literal.type)
}
