import Expressions

/// A list of values known beforehand, brought to one type.
struct FixedValues: Sendable {
    let type: DataType
    let isNullable: Bool
    private let cells: Vector

    /// Integers and decimals together become decimals; anything else that differs becomes text.
    init(_ values: [Value]) {
        type = Self.commonType(of: values)
        isNullable = values.contains(.null)
        cells = Vector(values, as: type)
    }

    /// nil where a value does not read as the type.
    init?(_ values: [Value], as type: DataType) {
        let converted = values.map { $0 == .null ? .null : Value(parsing: $0.text, as: type) }
        guard !converted.contains(nil) else { return nil }
        self.type = type
        isNullable = values.contains(.null)
        cells = Vector(converted.compactMap(\.self), as: type)
    }

    var count: Int { cells.count }

    /// One value for each place asked for.
    func vector(at places: [Int]) -> Vector { cells.cells(at: places) }

    /// Whole numbers, if that is what the list holds.
    var wholeRange: ClosedRange<Int64>? {
        guard case .whole(let values) = cells.storage, let low = values.min(), let high = values.max() else {
            return nil
        }
        return low...high
    }

    private static func commonType(of values: [Value]) -> DataType {
        let types = values.filter { $0 != .null }.map(\.ownType)
        guard let first = types.first else { return .string }
        if types.allSatisfy({ $0 == first }) { return first }
        let numbers = types.compactMap(\.digits)
        guard numbers.count == types.count else { return .string }
        let scale = numbers.map(\.scale).reduce(0, max)
        let whole = numbers.map { $0.precision - $0.scale }.max() ?? 1
        if scale == 0 { return types.contains(.bigint) ? .bigint : .int }
        return .decimal(precision: whole + scale, scale: scale)
    }
}

extension Vector {
    /// A cell for each value of a type, or null.
    init(_ values: [Value], as type: DataType) {
        let nulls = values.contains(.null) ? values.map { $0 == .null } : nil
        switch type {
        case .double: self.init(type, .doubles(values.map(\.number)), nulls: nulls)
        case .uuid: self.init(type, .uuids(values.map(\.uuidBits)), nulls: nulls)
        case .boolean, .int, .bigint, .decimal, .date, .timestamp, .timestamptz:
            self.init(type, .whole(values.map { $0.whole(as: type) }), nulls: nulls)
        case .list(let element):
            var items: [Value] = []
            let ends = values.map { value in
                items += value.items
                return items.count
            }
            self.init(type, .lists(items: Vector(items, as: element), ends: ends), nulls: nulls)
        default:
            let lexicon = Lexicon(values.map { $0 == .null ? "" : $0.text })
            self.init(type, .words(values.indices.map { UInt32($0) }, lexicon), nulls: nulls)
        }
    }
}

extension DataType {
    /// Digits in all and after the point, of the exact numbers.
    var digits: (precision: Int, scale: Int)? {
        switch self {
        case .int: (10, 0)
        case .bigint: (19, 0)
        case .decimal(let precision, let scale): (precision, scale)
        default: nil
        }
    }

    /// Digits after the point; none of any type but decimals.
    var scale: Int {
        if case .decimal(_, let scale) = self { scale } else { 0 }
    }
}

extension Value {
    /// The narrowest type that holds the value.
    var ownType: DataType {
        switch self {
        case .null: .null
        case .boolean: .boolean
        case .integer(let number): Int32(exactly: number) == nil ? .bigint : .int
        case .double: .double
        case .decimal(let digits):
            Decimal64(digits).map { .decimal(precision: $0.precision, scale: $0.scale) } ?? .string
        case .string, .binary, .list: .string
        case .date: .date
        case .timestamp: .timestamp
        case .timestamptz: .timestamptz
        case .uuid: .uuid
        }
    }

    /// As `Vector.Storage.whole` keeps it; 0 for null.
    func whole(as type: DataType) -> Int64 {
        switch self {
        case .boolean(let value): value ? 1 : 0
        case .integer(let number): Decimal64(number).scaled(to: type.scale) ?? 0
        case .decimal(let digits): Decimal64(digits)?.scaled(to: type.scale) ?? 0
        case .date(let days): Int64(days)
        case .timestamp(let micros), .timestamptz(let micros): micros
        default: 0
        }
    }

    fileprivate var number: Double {
        if case .double(let number) = self { number } else { 0 }
    }

    /// None of what is no list.
    fileprivate var items: [Value] {
        if case .list(let items) = self { items } else { [] }
    }

    fileprivate var uuidBits: UUIDBits {
        if case .uuid(let high, let low) = self { UUIDBits(high: high, low: low) } else { UUIDBits(high: 0, low: 0) }
    }
}
