/// Digits in all and after the point, for the result types of decimal arithmetic.
///
/// The rules, the same on every engine: `a + b` and `a - b` keep the finer scale and one digit more before the point;
/// `a * b` adds precisions and scales. While both sides have at most 18 digits, so has the result (of sums always, of
/// products while fewer than 18 stand after the point); otherwise the cap is 38. A result that does not fit its type
/// fails the run. `a / b` is always double. An int counts as decimal(10,0), a bigint as decimal(19,0).
struct DecimalShape: Hashable {
    var precision: Int
    var scale: Int

    static let smallCap = 18
    static let cap = 38

    init(precision: Int, scale: Int) {
        self.precision = precision
        self.scale = scale
    }

    init?(_ type: DataType) {
        switch type {
        case .decimal(let precision, let scale): self.init(precision: precision, scale: scale)
        case .int: self.init(precision: 10, scale: 0)
        case .bigint: self.init(precision: 19, scale: 0)
        default: return nil
        }
    }

    var type: DataType { .decimal(precision: precision, scale: scale) }

    func union(_ other: DecimalShape) -> DecimalShape {
        let scale = max(scale, other.scale)
        let whole = max(precision - self.scale, other.precision - other.scale)
        return DecimalShape(precision: min(Self.cap, whole + scale), scale: scale)
    }

    func sum(_ other: DecimalShape) -> DecimalShape {
        let widest = max(precision, other.precision)
        let scale = max(scale, other.scale)
        let whole = max(precision - self.scale, other.precision - other.scale)
        let needed = max(scale + whole, widest) + 1
        let limit = widest <= Self.smallCap ? Self.smallCap : Self.cap
        return DecimalShape(precision: min(needed, limit), scale: scale)
    }

    /// nil where more than 38 digits would stand after the point.
    func product(_ other: DecimalShape) -> DecimalShape? {
        let scale = scale + other.scale
        guard scale <= Self.cap else { return nil }
        let isSmall = max(precision, other.precision) <= Self.smallCap && scale < Self.smallCap
        return DecimalShape(
            precision: min(precision + other.precision, isSmall ? Self.smallCap : Self.cap),
            scale: scale
        )
    }
}
