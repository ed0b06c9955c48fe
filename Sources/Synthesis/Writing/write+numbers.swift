// Each function writes one value through a pointer to room enough and gives the place after it.

typealias Output = UnsafeMutablePointer<UInt8>

/// At most 20 bytes; up to 16 are stored whatever the number's length.
@inline(__always)
func write(_ number: Int64, to output: Output) -> Output {
    var output = output
    if number < 0 {
        output.pointee = UInt8(ascii: "-")
        output += 1
    }
    return writeMagnitude(number.magnitude, to: output)
}

/// At most 21 bytes; up to 18 are stored whatever the number's length. `scale` digits stand after the point, at least
/// one before it.
@inline(__always)
func write(decimal unscaled: Int64, scale: Int, to output: Output) -> Output {
    guard scale > 0 else { return write(unscaled, to: output) }
    var output = output
    if unscaled < 0 {
        output.pointee = UInt8(ascii: "-")
        output += 1
    }
    let magnitude = unscaled.magnitude
    guard magnitude < eightDigits, scale < 8 else { return writeLongDecimal(magnitude, scale: scale, to: output) }
    let (text, length) = shortText(magnitude, atLeast: scale + 1)
    let whole = length &- scale
    store(text, to: output)
    output[whole] = UInt8(ascii: ".")
    store(text &>> UInt64(whole &* 8), to: output + whole + 1)
    return output + length + 1
}

private func writeLongDecimal(_ magnitude: UInt64, scale: Int, to output: Output) -> Output {
    let (whole, fraction) = magnitude.quotientAndRemainder(dividingBy: UInt64(powerOfTen(scale)))
    let output = writeMagnitude(whole, to: output)
    output.pointee = UInt8(ascii: ".")
    var rest = fraction
    for place in stride(from: scale, to: 0, by: -1) {
        output[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
    }
    return output + scale + 1
}

@inline(__always)
private func writeMagnitude(_ magnitude: UInt64, to output: Output) -> Output {
    guard magnitude < eightDigits else { return writeLong(magnitude, to: output) }
    let (text, length) = shortText(magnitude, atLeast: 1)
    store(text, to: output)
    return output + length
}

private func writeLong(_ magnitude: UInt64, to output: Output) -> Output {
    let (rest, last) = magnitude.quotientAndRemainder(dividingBy: eightDigits)
    let end = writeMagnitude(rest, to: output)
    store(digits(last) &+ zeros, to: end)
    return end + 8
}

/// The least number of more than eight digits.
private let eightDigits: UInt64 = 100_000_000

/// Eight times `0`.
private let zeros: UInt64 = 0x3030_3030_3030_3030

@inline(__always)
func store(_ bytes: UInt64, to output: Output) {
    UnsafeMutableRawPointer(output).storeBytes(of: bytes, as: UInt64.self)
}

/// A number of at most eight digits as text, the first byte lowest, with leading zeros up to `atLeast` (1...8) digits.
/// Found without a branch: how long numbers are is what a processor cannot foresee.
@inline(__always)
private func shortText(_ number: UInt64, atLeast: Int) -> (bytes: UInt64, length: Int) {
    let digits = digits(number)
    let leading = (digits | 1 &<< UInt64(64 &- 8 &* atLeast)).trailingZeroBitCount & ~7
    return ((digits &+ zeros) &>> UInt64(leading), 8 &- leading &>> 3)
}

/// Eight digits, the most significant in the lowest byte: halves, quarters and eighths of the number side by side.
/// The products are exact quotients for numbers below 10 000 and below 100.
@inline(__always)
private func digits(_ number: UInt64) -> UInt64 {
    let high = number / 10_000
    let halves = high | (number &- high &* 10_000) &<< 32
    let hundreds = (halves &* 10_486) &>> 20 & 0x0000_007F_0000_007F
    let pairs = hundreds | (halves &- hundreds &* 100) &<< 16
    return digits(ofPairs: pairs, tens: 0x000F_000F_000F_000F)
}

/// Two digits for each number below 100 in `pairs`, the tens in the lower byte. `tens` has the low four bits of each
/// pair's place.
@inline(__always)
func digits(ofPairs pairs: UInt64, tens mask: UInt64) -> UInt64 {
    let tens = (pairs &* 103) &>> 10 & mask
    return tens | (pairs &- tens &* 10) &<< 8
}

/// Two digits of a number below 100.
@inline(__always)
func writePair(_ number: UInt64, to output: Output) {
    let text = digits(ofPairs: number, tens: 0xF) &+ zeros
    UnsafeMutableRawPointer(output).storeBytes(of: UInt16(truncatingIfNeeded: text), as: UInt16.self)
}

/// 36 bytes.
@inline(__always)
func write(_ id: UUIDBits, to output: Output) -> Output {
    let bytes = UnsafeMutableRawPointer(output)
    let high = hexadecimalDigits(id.high)
    let low = hexadecimalDigits(id.low)
    store(high[0], to: output)
    bytes.storeBytes(of: UInt32(truncatingIfNeeded: high[1]), toByteOffset: 9, as: UInt32.self)
    bytes.storeBytes(of: UInt32(truncatingIfNeeded: high[1] &>> 32), toByteOffset: 14, as: UInt32.self)
    bytes.storeBytes(of: UInt32(truncatingIfNeeded: low[0]), toByteOffset: 19, as: UInt32.self)
    bytes.storeBytes(of: UInt32(truncatingIfNeeded: low[0] &>> 32), toByteOffset: 24, as: UInt32.self)
    store(low[1], to: output + 28)
    output[8] = UInt8(ascii: "-")
    output[13] = UInt8(ascii: "-")
    output[18] = UInt8(ascii: "-")
    output[23] = UInt8(ascii: "-")
    return output + 36
}

/// Sixteen hexadecimal digits, the most significant in the lowest byte, found for all nibbles at once.
@inline(__always)
private func hexadecimalDigits(_ bits: UInt64) -> SIMD2<UInt64> {
    let bytes = bits.byteSwapped
    var x = SIMD2<UInt64>(bytes & 0xFFFF_FFFF, bytes &>> 32)
    x = (x | x &<< lanes(16)) & lanes(0x0000_FFFF_0000_FFFF)
    x = (x | x &<< lanes(8)) & lanes(0x00FF_00FF_00FF_00FF)
    x = (x &>> lanes(4) | x &<< lanes(8)) & lanes(0x0F0F_0F0F_0F0F_0F0F)
    let isLetter = (x &+ lanes(0x0606_0606_0606_0606)) &>> lanes(4) & lanes(0x0101_0101_0101_0101)
    // Letters stand 39 places after where the digits would go on.
    let gap = isLetter &<< lanes(5) &+ isLetter &<< lanes(3) &- isLetter
    return x &+ lanes(zeros) &+ gap
}

@inline(__always)
private func lanes(_ bits: UInt64) -> SIMD2<UInt64> { SIMD2(bits, bits) }

/// The shortest digits that read back as the number; at most 32 bytes.
func write(_ number: Double, to output: Output) -> Output {
    var output = output
    for byte in number.description.utf8 {
        output.pointee = byte
        output += 1
    }
    return output
}
