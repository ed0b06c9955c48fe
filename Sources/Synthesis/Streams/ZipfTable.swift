import Foundation

/// Picks a rank in `0..<count` with probability proportional to `1 / (rank + 1)^exponent`.
///
/// The first ranks are exact; the rest share one slot within which the sum is taken for its integral, which differs
/// by less than one part in 10⁹ that far out. Memory does not grow with `count`.
struct ZipfTable: Sendable {
    private static let exactRanks = 1 << 16

    private let table: AliasTable
    private let head: Int
    private let count: Int
    private let exponent: Double

    /// `count` ≥ 1, `exponent` > 0.
    init(count: Int, exponent: Double) {
        self.count = count
        self.exponent = exponent
        head = min(count, Self.exactRanks)
        var weights = (1...head).map { pow(Double($0), -exponent) }
        if count > head {
            weights.append(
                Self.integral(to: Double(count) + 0.5, exponent) - Self.integral(to: Double(head) + 0.5, exponent)
            )
        }
        table = AliasTable(weights: weights)
    }

    /// `tail` is called only for ranks beyond the exact ones.
    @inline(__always)
    func rank(for bits: UInt64, tail: () -> Double) -> Int {
        let index = table.index(for: bits)
        return index < head ? index : tailRank(tail())
    }

    private func tailRank(_ fraction: Double) -> Int {
        let low = Self.integral(to: Double(head) + 0.5, exponent)
        let high = Self.integral(to: Double(count) + 0.5, exponent)
        let place = low + fraction * (high - low)
        let rank = exponent == 1 ? exp(place) : pow(place * (1 - exponent), 1 / (1 - exponent))
        return min(max(Int(rank + 0.5) - 1, head), count - 1)
    }

    /// The antiderivative of `x^-exponent`.
    private static func integral(to x: Double, _ exponent: Double) -> Double {
        exponent == 1 ? log(x) : pow(x, 1 - exponent) / (1 - exponent)
    }
}
