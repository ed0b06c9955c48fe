import Expressions

/// How values of two types compare: numbers by value, texts by their bytes, false before true.
enum Ordering: Sendable {
    /// Whole numbers at one scale.
    case whole(scale: Int)
    case number
    case text
    case uuid

    /// nil where the two do not compare.
    init?(_ a: DataType, _ b: DataType) {
        switch (a, b) {
        case (.string, .string), (.null, _), (_, .null): self = .text
        case (.uuid, .uuid): self = .uuid
        case (.double, _) where b.isNumeric, (_, .double) where a.isNumeric: self = .number
        case _ where a.digits != nil && b.digits != nil:
            self = .whole(scale: max(a.scale, b.scale))
        case _ where a == b && (a == .boolean || a.isTemporal): self = .whole(scale: 0)
        default: return nil
        }
    }

    /// Below 0, 0 or above 0 for each row, as the first is smaller, equal or greater.
    func compare(_ a: Vector, _ b: Vector) -> (Int) -> Int {
        switch self {
        case .whole(let scale):
            let (left, right) = (a.wholes(scale: scale), b.wholes(scale: scale))
            return { left[$0] < right[$0] ? -1 : left[$0] > right[$0] ? 1 : 0 }
        case .number:
            let (left, right) = (a.numbers, b.numbers)
            return { left[$0] < right[$0] ? -1 : left[$0] > right[$0] ? 1 : 0 }
        case .text:
            let (left, right) = (a.texts, b.texts)
            return { row in
                if left[row].elementsEqual(right[row]) { return 0 }
                return left[row].lexicographicallyPrecedes(right[row]) ? -1 : 1
            }
        case .uuid:
            guard case .uuids(let left) = a.storage, case .uuids(let right) = b.storage else { return { _ in 0 } }
            return { row in
                if left[row] == right[row] { return 0 }
                return (left[row].high, left[row].low) < (right[row].high, right[row].low) ? -1 : 1
            }
        }
    }
}

extension Vector {
    /// Beyond 64 bits, the greatest or least number.
    fileprivate func wholes(scale: Int) -> [Int64] {
        let own = type.scale
        guard own != scale else { return wholes }
        return wholes.map { Decimal64($0, scale: own).scaled(to: scale) ?? ($0 < 0 ? .min : .max) }
    }
}
