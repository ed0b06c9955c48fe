/// A decimal number as a whole number times a power of ten: `12.50` is 1250 with scale 2.
struct Decimal64: Hashable, Sendable {
    var unscaled: Int64
    var scale: Int

    init(_ unscaled: Int64, scale: Int = 0) {
        self.unscaled = unscaled
        self.scale = scale
    }

    /// Digits with at most one point and a sign; nil where they are no number or more than 18.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let number = Int64(parts.joined()) else { return nil }
        self.init(number, scale: parts.count == 2 ? parts[1].utf8.count : 0)
    }

    /// Digits in all; at least one before the point.
    var precision: Int { max(String(unscaled.magnitude).utf8.count, scale + 1) }

    /// The whole number at another scale, rounded half away from zero; nil on overflow.
    func scaled(to other: Int) -> Int64? {
        other >= scale
            ? Self.multiplied(unscaled, powerOfTen(other - scale))
            : Self.rounded(unscaled, by: powerOfTen(scale - other))
    }

    @inline(__always)
    static func multiplied(_ a: Int64, _ b: Int64) -> Int64? {
        let (product, overflow) = a.multipliedReportingOverflow(by: b)
        return overflow ? nil : product
    }

    /// `value / divisor`, half away from zero.
    @inline(__always)
    static func rounded(_ value: Int64, by divisor: Int64) -> Int64 {
        let (quotient, rest) = value.quotientAndRemainder(dividingBy: divisor)
        guard rest.magnitude >= divisor.magnitude - rest.magnitude else { return quotient }
        return (value < 0) == (divisor < 0) ? quotient + 1 : quotient - 1
    }
}

/// 10 to the power, for 0...18; the greatest Int64 beyond, so that products overflow and are noticed.
@inline(__always)
func powerOfTen(_ exponent: Int) -> Int64 {
    guard exponent <= 18 else { return .max }
    var power: Int64 = 1
    for _ in 0..<exponent { power &*= 10 }
    return power
}
