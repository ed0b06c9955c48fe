import Reporting

/// A random number for every row, found without making the numbers before it.
///
/// The numbers are those of SplitMix64 (G. L. Steele Jr., D. Lea, C. H. Flood: "Fast Splittable Pseudorandom Number
/// Generators", OOPSLA 2014). Its n-th output is a fixed mixing of `key + n × gamma`, so the place in the sequence is a
/// parameter and not a state: any thread may ask for any row.
struct RandomStream: Hashable, Sendable {
    let key: UInt64

    init(key: UInt64) { self.key = key }

    /// A stream of its own for each seed and path, such as `["orders", "status"]`.
    init(seed: String, path: [String]) {
        var hash = FNV1a()
        for part in [seed] + path {
            hash.combine(part.utf8)
            hash.combine(CollectionOfOne(UInt8(0)))  // so that ["ab", "c"] and ["a", "bc"] differ
        }
        key = Self.mixed(hash.value)
    }

    /// The 64 bits of a row: the output number `row + 1` of SplitMix64 seeded with `key`.
    @inline(__always)
    func bits(at row: Int) -> UInt64 {
        Self.mixed(key &+ (UInt64(truncatingIfNeeded: row) &+ 1) &* 0x9E37_79B9_7F4A_7C15)
    }

    /// A number in `0..<bound`, by the high half of a product. Its bias is below bound / 2⁶⁴.
    @inline(__always)
    func number(below bound: UInt64, at row: Int) -> UInt64 {
        bits(at: row).multipliedFullWidth(by: bound).high
    }

    /// A number in `0..<1`, a multiple of 2⁻⁵³.
    @inline(__always)
    func fraction(at row: Int) -> Double { Double(bits(at: row) >> 11) * 0x1p-53 }

    /// A further stream over the same rows, for columns that need more than one number a row.
    func draw(_ number: Int) -> RandomStream {
        guard number > 0 else { return self }
        return RandomStream(key: Self.mixed(key ^ UInt64(number) &* 0xD134_2543_DE82_EF95))
    }

    /// The finalizer of SplitMix64: a bijection of 64 bits.
    @inline(__always)
    private static func mixed(_ bits: UInt64) -> UInt64 {
        var z = bits
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
