/// A coin that falls on the given share of rows, decided row by row.
struct Coin: Sendable {
    private let stream: RandomStream
    private let threshold: UInt64
    private let isCertain: Bool

    /// `share` is in 0...1.
    init(share: Double, _ stream: RandomStream) {
        self.stream = stream
        isCertain = share >= 1
        threshold = isCertain ? .max : UInt64(max(0, share) * 0x1p64)
    }

    @inline(__always)
    func falls(at row: Int) -> Bool { isCertain || stream.bits(at: row) < threshold }

    /// The places in `rows`, ascending, at which it falls.
    func positions(in rows: [Int]) -> [Int] {
        Array(unsafeUninitializedCapacity: rows.count + 1) { found, count in
            // Every place is stored and the next overwrites it unless the coin fell: which way it falls cannot be
            // foreseen, and a branch on it would be taken wrongly again and again.
            for place in rows.indices {
                found.initializeElement(at: count, to: place)
                count &+= falls(at: rows[place]) ? 1 : 0
            }
        }
    }
}
