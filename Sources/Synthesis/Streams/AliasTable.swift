/// Picks one of several weighted items from a single random number in constant time.
///
/// A. J. Walker's alias method (1977) with M. D. Vose's construction (1991). Only IEEE arithmetic is used, so the
/// table is the same on every machine.
struct AliasTable: Sendable {
    private struct Slot {
        /// Numbers below it keep the slot's own item.
        var threshold: UInt64
        var alias: UInt32
    }

    private let slots: [Slot]

    /// At least one weight, none negative, at least one above zero.
    init(weights: [Double]) {
        let mean = weights.reduce(0, +) / Double(weights.count)
        var shares = weights.map { $0 / mean }
        var slots = weights.indices.map { Slot(threshold: .max, alias: UInt32($0)) }
        var small = shares.indices.filter { shares[$0] < 1 }
        var large = shares.indices.filter { shares[$0] >= 1 }
        while let poor = small.last, let rich = large.last {
            small.removeLast()
            slots[poor] = Slot(threshold: UInt64(max(0, shares[poor]) * 0x1p64), alias: UInt32(rich))
            shares[rich] -= 1 - shares[poor]
            if shares[rich] < 1 {
                large.removeLast()
                small.append(rich)
            }
        }
        self.slots = slots
    }

    /// The high half of `bits × count` is the slot, the low half the coin within it.
    @inline(__always)
    func index(for bits: UInt64) -> Int {
        let product = bits.multipliedFullWidth(by: UInt64(slots.count))
        let slot = slots[Int(product.high)]
        return product.low < slot.threshold ? Int(product.high) : Int(slot.alias)
    }
}
