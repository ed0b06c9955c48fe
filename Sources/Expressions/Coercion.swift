/// How a value of one type becomes one of another without being asked.
package enum Coercion: Hashable, Sendable {
    case same
    /// Nothing is lost but a decimal's last digits on the way to double. Steps tell nearer targets from farther ones.
    case widening(steps: Int)

    package var steps: Int {
        switch self {
        case .same: 0
        case .widening(let steps): steps
        }
    }
}

/// The implicit conversion, nil where a cast has to be written: int → bigint → decimal → double,
/// date → timestamp → timestamptz (a wall clock is read as UTC), null → anything, and lists by their elements.
///
/// Quoted literals are another matter: beside a date, timestamp, timestamptz or uuid they become one.
package func coercion(from: DataType, to: DataType) -> Coercion? {
    if from == to { return .same }
    switch (from, to) {
    case (.null, _): return .widening(steps: 1)
    case (.int, .bigint), (.date, .timestamp), (.timestamp, .timestamptz): return .widening(steps: 1)
    case (.date, .timestamptz): return .widening(steps: 2)
    case (.int, .double), (.bigint, .double), (.decimal, .double): return .widening(steps: 4)
    case (.int, .decimal(let precision, let scale)): return precision - scale >= 10 ? .widening(steps: 3) : nil
    case (.bigint, .decimal(let precision, let scale)): return precision - scale >= 19 ? .widening(steps: 3) : nil
    case (.decimal(let precision, let scale), .decimal(let wider, let finer)):
        return wider - finer >= precision - scale && finer >= scale ? .widening(steps: 1) : nil
    case (.list(let element), .list(let other)): return coercion(from: element, to: other)
    default: return nil
    }
}

/// The narrowest type that both become without being asked; nil where there is none.
///
/// Decimals keep all digits before and after the point, up to 38 in all.
package func commonType(_ a: DataType, _ b: DataType) -> DataType? {
    switch (a, b) {
    case (.decimal, .decimal), (.decimal, .int), (.decimal, .bigint), (.int, .decimal), (.bigint, .decimal):
        guard let left = DecimalShape(a), let right = DecimalShape(b) else { return nil }
        return left.union(right).type
    case (.list(let left), .list(let right)): return commonType(left, right).map { .list($0) }
    default:
        if coercion(from: a, to: b) != nil { return b }
        return coercion(from: b, to: a) == nil ? nil : a
    }
}

/// The common type of many; `null` where there are none.
package func commonType(of types: some Sequence<DataType>) -> DataType? {
    var common = DataType.null
    for type in types {
        guard let wider = commonType(common, type) else { return nil }
        common = wider
    }
    return common
}

extension DataType {
    package var isNumeric: Bool {
        switch self {
        case .int, .bigint, .double, .decimal: true
        default: false
        }
    }

    package var isInteger: Bool { self == .int || self == .bigint }

    package var isDecimal: Bool {
        if case .decimal = self { true } else { false }
    }

    /// A date, a timestamp or a timestamptz.
    package var isTemporal: Bool { self == .date || self == .timestamp || self == .timestamptz }

    /// What a quoted literal turns into when it stands beside a value of this type.
    package var readsQuotedLiterals: Bool { isTemporal || self == .uuid }
}
