import Expressions

extension TypedExpression {
    /// Whether no row can make it true, as far as its literals say: what depends on a parameter may well be.
    var isNeverTrue: Bool {
        switch node {
        case .literal(let value): return value == .null || value == .boolean(false)
        case .call("or", let parts): return parts.allSatisfy(\.isNeverTrue)
        case .call("and", _):
            var claims: [String: ColumnClaim] = [:]
            for part in conjuncts {
                if part.isNeverTrue { return true }
                guard let (column, claim) = part.claim else { continue }
                claims[column, default: ColumnClaim()].add(claim)
            }
            return claims.values.contains(where: \.isImpossible)
        case .inList(_, let items, isNegated: false): return items.allSatisfy { $0.node == .literal(.null) }
        case .between(_, let low, let high, isNegated: false):
            guard let low = low.ordered, let high = high.ordered else { return false }
            return low > high
        default: return false
        }
    }

    /// The parts that `and` joins.
    var conjuncts: [TypedExpression] {
        guard case .call("and", let parts) = node else { return [self] }
        return parts.flatMap(\.conjuncts)
    }

    /// What it says of one column, where it compares that with literals.
    private var claim: (column: String, claim: ColumnClaim)? {
        switch node {
        case .isNull(let value, let isNegated):
            guard let name = value.columnName else { return nil }
            return (name, ColumnClaim(mayBeNull: !isNegated, mayBeThere: isNegated))
        case .inList(let value, let items, isNegated: false):
            let members = items.compactMap(\.literal)
            guard let name = value.columnName, members.count == items.count else { return nil }
            return (name, ColumnClaim(members: Set(members), mayBeNull: false))
        case .between(let value, let low, let high, isNegated: false):
            guard let name = value.columnName else { return nil }
            return (name, ColumnClaim(low: low.ordered, high: high.ordered, mayBeNull: false))
        case .call(let word, let sides) where sides.count == 2:
            if let name = sides[0].columnName { return ColumnClaim(word, sides[1]).map { (name, $0) } }
            guard let name = sides[1].columnName, let mirrored = Self.mirrored[word] else { return nil }
            return ColumnClaim(mirrored, sides[0]).map { (name, $0) }
        default: return nil
        }
    }

    private static let mirrored = ["=": "=", "<>": "<>", "<": ">", ">": "<", "<=": ">=", ">=": "<="]

    private var columnName: String? {
        guard case .column(let qualifier, let name) = node else { return nil }
        return [qualifier, name].compactMap(\.self).joined(separator: ".")
    }

    fileprivate var literal: Value? {
        guard case .literal(let value) = node, value != .null else { return nil }
        return value
    }

    /// A literal's place in the order of its type; nil for what is no literal, and for text, whose order is the engine's.
    fileprivate var ordered: Double? { literal?.ordered }
}

extension Value {
    fileprivate var ordered: Double? {
        switch self {
        case .integer(let number): Double(number)
        case .double(let number): number
        case .decimal(let digits): Double(digits)
        case .date(let days): Double(days)
        case .timestamp(let microseconds), .timestamptz(let microseconds): Double(microseconds)
        default: nil
        }
    }
}

/// What a condition leaves of the values of one column.
private struct ColumnClaim {
    /// Nil: any.
    var members: Set<Value>?
    var excluded: Set<Value> = []
    var low: Double?
    var high: Double?
    /// Whether an end itself is left out.
    var isOpenLow = false
    var isOpenHigh = false
    var mayBeNull = true
    var mayBeThere = true

    init(
        members: Set<Value>? = nil, low: Double? = nil, high: Double? = nil, mayBeNull: Bool = true,
        mayBeThere: Bool = true
    ) {
        self.members = members
        self.low = low
        self.high = high
        self.mayBeNull = mayBeNull
        self.mayBeThere = mayBeThere
    }

    /// Of `column WORD side`; nil where the side is no literal, or the word no comparison.
    init?(_ word: String, _ side: TypedExpression) {
        guard let value = side.literal else { return nil }
        self.init(mayBeNull: false)
        switch word {
        case "=": members = [value]
        case "<>": excluded = [value]
        case "<", "<=":
            high = side.ordered
            isOpenHigh = word == "<"
        case ">", ">=":
            low = side.ordered
            isOpenLow = word == ">"
        default: return nil
        }
    }

    mutating func add(_ other: ColumnClaim) {
        if let more = other.members { members = members.map { $0.intersection(more) } ?? more }
        excluded.formUnion(other.excluded)
        if let end = other.low, low.map({ end > $0 || end == $0 && other.isOpenLow }) != false {
            low = end
            isOpenLow = other.isOpenLow
        }
        if let end = other.high, high.map({ end < $0 || end == $0 && other.isOpenHigh }) != false {
            high = end
            isOpenHigh = other.isOpenHigh
        }
        mayBeNull = mayBeNull && other.mayBeNull
        mayBeThere = mayBeThere && other.mayBeThere
    }

    var isImpossible: Bool {
        if mayBeNull { return false }
        guard mayBeThere else { return true }
        if let members { return members.subtracting(excluded).allSatisfy { !isInside($0) } }
        guard let low, let high else { return false }
        return low > high || low == high && (isOpenLow || isOpenHigh)
    }

    private func isInside(_ value: Value) -> Bool {
        guard let number = value.ordered else { return true }
        if let low, number < low || number == low && isOpenLow { return false }
        if let high, number > high || number == high && isOpenHigh { return false }
        return true
    }
}
