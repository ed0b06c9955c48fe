import Testing

@testable import Synthesis

struct TableTests {
    @Test func `weights are kept`() {
        let table = AliasTable(weights: [70, 20, 10, 0])
        let stream = RandomStream(seed: "s", path: ["alias"])
        var counts = [0, 0, 0, 0]
        for row in 0..<100_000 { counts[table.index(for: stream.bits(at: row))] += 1 }
        #expect(counts == [69981, 19914, 10105, 0])
    }

    @Test func `one item is always drawn`() {
        let table = AliasTable(weights: [3])
        #expect([0, 1, UInt64.max].map(table.index) == [0, 0, 0])
    }

    /// With exponent 1 over four ranks the shares are 12, 6, 4 and 3 of 25.
    @Test func `ranks follow Zipf`() {
        let table = ZipfTable(count: 4, exponent: 1)
        let stream = RandomStream(seed: "s", path: ["zipf"])
        var counts = [0, 0, 0, 0]
        for row in 0..<100_000 { counts[table.rank(for: stream.bits(at: row)) { 0 }] += 1 }
        #expect(counts == [48404, 24002, 15764, 11830])
    }

    /// Beyond the exact ranks the shares are still those of the harmonic sum: ranks 65,537 to 1,000,000 hold
    /// ln(10⁶/65536) / (ln 10⁶ + 0.5772) = 18.9 % of all draws.
    @Test(arguments: [1.0, 1.1, 0.8])
    func `the tail stays within its bounds`(exponent: Double) {
        let table = ZipfTable(count: 1_000_000, exponent: exponent)
        let stream = RandomStream(seed: "s", path: ["tail"])
        let tail = stream.draw(1)
        let ranks = (0..<10_000).map { row in table.rank(for: stream.bits(at: row)) { tail.fraction(at: row) } }
        #expect(ranks.allSatisfy { (0..<1_000_000).contains($0) })
        if exponent == 1 { #expect(ranks.count { $0 >= 65_536 } == 1883) }
        #expect(ranks.max().map { $0 > 900_000 } == true)
    }
}
