import Engines
import Expressions

/// How values of one engine layout become fields of PostgreSQL's binary COPY; chosen once a column, before any row.
enum ColumnEncoding: Hashable, Sendable {
    case boolean
    /// The two that need no check: same width on both sides.
    case integer4, integer8
    /// Any other pair of widths; a value that does not fit is an error.
    case integer(from: IntegerWidth, to: IntegerWidth)
    case integerAsDouble(from: IntegerWidth)
    case double
    /// The unscaled number lies in an integer; `scale` of its digits come after the point.
    case numeric(from: IntegerWidth, scale: Int)
    case uuid, uuidAsText
    /// 36 characters of hexadecimal digits and hyphens; anything else is an error.
    case textAsUUID
    case date
    /// Both kinds of timestamp: an instant is stored in UTC.
    case timestamp
    case text
    /// Text after the version byte of jsonb.
    case jsonb
    case bytes

    enum IntegerWidth: Int, Hashable, Sendable {
        case two = 2
        case four = 4
        case eight = 8
        case sixteen = 16
    }

    /// Nil when values of this layout do not go into a column of that type.
    init?(_ layout: ColumnVector.Layout, _ type: DataType, to target: PostgresType) {
        switch (layout, target) {
        case (.bool8, .boolean): self = .boolean
        case (.float64, .double): self = .double
        case (.date32, .date): self = .date
        case (.micros64, .timestamp) where type != .timestamptz: self = .timestamp
        case (.micros64, .timestamptz) where type != .timestamp: self = .timestamp
        case (.uuid128, .uuid): self = .uuid
        case (.uuid128, .text), (.uuid128, .varchar): self = .uuidAsText
        case (.string16, _): self.init(string: type, to: target)
        default: self.init(number: layout, to: target)
        }
    }

    private init?(string type: DataType, to target: PostgresType) {
        switch (type, target) {
        case (.binary, .bytea): self = .bytes
        case (.binary, _): return nil
        case (_, .text), (_, .varchar), (_, .json): self = .text
        case (_, .jsonb): self = .jsonb
        case (_, .uuid): self = .textAsUUID
        default: return nil
        }
    }

    private init?(number layout: ColumnVector.Layout, to target: PostgresType) {
        guard let (width, scale) = layout.number else { return nil }
        switch target {
        case .numeric: self = .numeric(from: width, scale: scale ?? 0)
        case .smallint where scale == nil: self = .integer(from: width, to: .two)
        case .integer where scale == nil: self = width == .four ? .integer4 : .integer(from: width, to: .four)
        case .bigint where scale == nil: self = width == .eight ? .integer8 : .integer(from: width, to: .eight)
        case .double where scale == nil && width != .sixteen: self = .integerAsDouble(from: width)
        default: return nil
        }
    }

    /// Bytes that one value takes at most after its length; for text those before the text itself.
    var widestFixedPart: Int {
        switch self {
        case .boolean, .jsonb: 1
        case .integer4, .date: 4
        case .integer8, .integerAsDouble, .double, .timestamp: 8
        case .integer(_, let width): width.rawValue
        case .numeric: 8 + 2 * Numeric.mostGroups
        case .uuid, .textAsUUID: 16
        case .uuidAsText: 36
        case .text, .bytes: 0
        }
    }
}

extension ColumnVector.Layout {
    /// Width of the integer, and its scale when it is a decimal.
    fileprivate var number: (ColumnEncoding.IntegerWidth, scale: Int?)? {
        switch self {
        case .int16: (.two, nil)
        case .int32: (.four, nil)
        case .int64: (.eight, nil)
        case .int128: (.sixteen, nil)
        case .decimal16(let scale): (.two, scale)
        case .decimal32(let scale): (.four, scale)
        case .decimal64(let scale): (.eight, scale)
        case .decimal128(let scale): (.sixteen, scale)
        case .bool8, .float64, .date32, .micros64, .uuid128, .string16: nil
        }
    }
}
