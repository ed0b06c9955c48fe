/// A number in PostgreSQL's wire form: groups of four decimal digits, the weight of the first, sign and scale.
enum Numeric {
    /// Groups that 39 digits take when the scale splits one of them.
    static let mostGroups = 11

    /// Writes `magnitude / 10^scale` and answers the bytes written, at most `8 + 2 * mostGroups`.
    @inline(__always)
    static func write(_ magnitude: UInt128, isNegative: Bool, scale: Int, to out: UnsafeMutableRawPointer) -> Int {
        // The group just before the point ends at the point: the fraction is filled with zeros to whole groups.
        let padding = -scale & 3
        let fractionGroups = (scale + 3) / 4
        if magnitude <= UInt128(UInt64.max / 1000) {
            var low = UInt64(truncatingIfNeeded: magnitude)
            for _ in 0..<padding { low *= 10 }
            return writeGroups(of: low, fractionGroups, isNegative, scale, out)
        }
        // 39 digits and three zeros do not fit 128 bits: take the last digits apart before filling.
        let cut = [1, 1000, 100, 10][padding] as UInt128  // digits of the last, incomplete group
        guard padding > 0 else { return writeGroups(of: magnitude, fractionGroups, isNegative, scale, out) }
        let last = UInt16(truncatingIfNeeded: magnitude % cut) * UInt16(10_000 / cut)
        return writeGroups(of: magnitude / cut, fractionGroups, isNegative, scale, out, then: last)
    }

    /// The groups of `number`, then `last` where there is one, without zero groups at either end.
    @inline(__always)
    private static func writeGroups<Number: FixedWidthInteger & UnsignedInteger>(
        of number: Number,
        _ fractionGroups: Int,
        _ isNegative: Bool,
        _ scale: Int,
        _ out: UnsafeMutableRawPointer,
        then last: UInt16? = nil
    ) -> Int {
        withUnsafeTemporaryAllocation(of: UInt16.self, capacity: mostGroups + 1) { groups in
            var rest = number
            var count = 0  // least significant first
            if let last {
                groups[0] = last
                count = 1
            }
            while rest > 0 {
                let (quotient, group) = rest.quotientAndRemainder(dividingBy: 10_000)
                groups[count] = UInt16(truncatingIfNeeded: group)
                rest = quotient
                count += 1
            }
            var first = 0
            while first < count, groups[first] == 0 { first += 1 }
            let kept = count - first
            out.storeBytes(of: UInt16(kept).bigEndian, as: UInt16.self)
            let weight = kept == 0 ? 0 : count - fractionGroups - 1
            out.storeBytes(of: Int16(weight).bigEndian, toByteOffset: 2, as: Int16.self)
            let sign: UInt16 = isNegative && kept > 0 ? 0x4000 : 0
            out.storeBytes(of: sign.bigEndian, toByteOffset: 4, as: UInt16.self)
            out.storeBytes(of: UInt16(scale).bigEndian, toByteOffset: 6, as: UInt16.self)
            for place in 0..<kept {
                out.storeBytes(
                    of: groups[count - 1 - place].bigEndian,
                    toByteOffset: 8 + 2 * place,
                    as: UInt16.self
                )
            }
            return 8 + 2 * kept
        }
    }
}
