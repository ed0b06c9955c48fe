import Reporting
import Testing

@testable import Synthesis

struct RandomStreamTests {
    /// The first outputs of the reference implementation of SplitMix64 for the seed 1234567.
    @Test func `gives the numbers of SplitMix64`() {
        let stream = RandomStream(key: 1_234_567)
        #expect(
            (0..<5).map(stream.bits(at:)) == [
                6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
                4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
            ]
        )
    }

    /// From the authors' page of test vectors.
    @Test(
        arguments: [
            ("", 0xCBF2_9CE4_8422_2325), ("a", 0xAF63_DC4C_8601_EC8C), ("foobar", 0x8594_4171_F739_67E8),
        ] as [(String, UInt64)]
    )
    func `hashes as FNV-1a does`(text: String, expected: UInt64) {
        var hash = FNV1a()
        hash.combine(text.utf8)
        #expect(hash.value == expected)
    }

    @Test func `every part of the path makes another stream`() {
        let keys = [["ab", "c"], ["a", "bc"], ["abc"], ["ab", "c", ""]].map { RandomStream(seed: "s", path: $0).key }
        #expect(Set(keys).count == 4)
        #expect(RandomStream(seed: "s", path: ["a"]) != RandomStream(seed: "t", path: ["a"]))
        #expect(RandomStream(key: 7).draw(0).key == 7)
        #expect(Set((0..<100).map { RandomStream(key: 7).draw($0).key }).count == 100)
    }

    @Test func `bounded numbers are even`() {
        let stream = RandomStream(seed: "s", path: ["even"])
        var counts = Array(repeating: 0, count: 6)
        for row in 0..<60_000 { counts[Int(stream.number(below: 6, at: row))] += 1 }
        #expect(counts == [10103, 9880, 9936, 9950, 10120, 10011])
    }

    @Test func `a certain coin always falls and an impossible one never`() {
        let stream = RandomStream(key: 1)
        #expect((0..<1000).allSatisfy { Coin(share: 1, stream).falls(at: $0) })
        #expect((0..<1000).allSatisfy { !Coin(share: 0, stream).falls(at: $0) })
        #expect((0..<100_000).count { Coin(share: 0.05, stream).falls(at: $0) } == 4900)
    }
}
