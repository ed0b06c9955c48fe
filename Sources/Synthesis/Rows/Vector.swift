import Expressions

/// The values of one column for a run of rows.
struct Vector: Sendable {
    enum Storage: Sendable {
        /// Integers; booleans as 0 and 1; decimals times 10^scale; days; microseconds.
        case whole([Int64])
        case doubles([Double])
        case uuids([UUIDBits])
        /// Places in a fixed list of texts.
        case words([UInt32], Lexicon)
        case texts(Texts)
        /// Cells whose `choice` is not negative are that cell of `other`, the rest stay those of `base`.
        indirect case mixed(base: Vector, other: Vector, choice: [Int32])
        /// The items of all rows, one after the other, and for each row the place after its last. No file has such cells.
        indirect case lists(items: Vector, ends: [Int])
    }

    var type: DataType
    var storage: Storage
    /// Per row; nil where no row is null.
    var nulls: [Bool]?

    init(_ type: DataType, _ storage: Storage, nulls: [Bool]? = nil) {
        self.type = type
        self.storage = storage
        self.nulls = nulls
    }

    var count: Int {
        switch storage {
        case .whole(let values): values.count
        case .doubles(let values): values.count
        case .uuids(let values): values.count
        case .words(let codes, _): codes.count
        case .texts(let texts): texts.count
        case .mixed(_, _, let choice): choice.count
        case .lists(_, let ends): ends.count
        }
    }

    /// The cells at some places, each as often as its place is named.
    func cells(at places: [Int]) -> Vector {
        let storage: Storage =
            switch storage {
            case .whole(let values): .whole(places.map { values[$0] })
            case .doubles(let values): .doubles(places.map { values[$0] })
            case .uuids(let values): .uuids(places.map { values[$0] })
            case .words(let codes, let lexicon): .words(places.map { codes[$0] }, lexicon)
            case .texts(let texts): .texts(texts.texts(at: places))
            case .mixed(let base, let other, let choice):
                .mixed(base: base.cells(at: places), other: other, choice: places.map { choice[$0] })
            case .lists(let items, let ends): Self.lists(items, ends, at: places)
            }
        return Vector(type, storage, nulls: nulls.map { nulls in places.map { nulls[$0] } })
    }

    private static func lists(_ items: Vector, _ ends: [Int], at places: [Int]) -> Storage {
        var picked: [Int] = []
        let pickedEnds = places.map { place in
            picked += (place == 0 ? 0 : ends[place - 1])..<ends[place]
            return picked.count
        }
        return .lists(items: items.cells(at: picked), ends: pickedEnds)
    }

    mutating func clear(at positions: [Int]) {
        guard !positions.isEmpty else { return }
        var mask = nulls ?? Array(repeating: false, count: count)
        for position in positions { mask[position] = true }
        nulls = mask
    }

    /// Rows that are null in `other` become null here too.
    mutating func clear(whereNullIn other: Vector) { nulls = Self.union(nulls, other.nulls) }

    static func union(_ a: [Bool]?, _ b: [Bool]?) -> [Bool]? {
        guard let a else { return b }
        guard let b else { return a }
        return zip(a, b).map { $0 || $1 }
    }
}

/// A UUID as two big-endian halves.
struct UUIDBits: Hashable, Sendable {
    var high: UInt64
    var low: UInt64
}
