// Each function writes one value through a pointer to room enough and gives the place after it.

typealias Output = UnsafeMutablePointer<UInt8>

/// At most 20 bytes.
@inline(__always)
func write(_ number: Int64, to output: Output) -> Output {
    var output = output
    if number < 0 {
        output.pointee = UInt8(ascii: "-")
        output += 1
    }
    return write(magnitude: number.magnitude, to: output)
}

/// At most 21 bytes. `scale` digits stand after the point, at least one before it.
@inline(__always)
func write(decimal unscaled: Int64, scale: Int, to output: Output) -> Output {
    guard scale > 0 else { return write(unscaled, to: output) }
    var output = output
    if unscaled < 0 {
        output.pointee = UInt8(ascii: "-")
        output += 1
    }
    let (whole, fraction) = unscaled.magnitude.quotientAndRemainder(dividingBy: UInt64(powerOfTen(scale)))
    output = write(magnitude: whole, to: output)
    output.pointee = UInt8(ascii: ".")
    var rest = fraction
    for place in stride(from: scale, to: 0, by: -1) {
        output[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
    }
    return output + scale + 1
}

@inline(__always)
private func write(magnitude: UInt64, to output: Output) -> Output {
    let width = digitCount(magnitude)
    var rest = magnitude
    var place = width
    while rest >= 100 {
        place -= 2
        let pair = rest % 100
        rest /= 100
        writePair(pair, to: output + place)
    }
    if rest >= 10 { writePair(rest, to: output) } else { output.pointee = UInt8(ascii: "0") + UInt8(rest) }
    return output + width
}

@inline(__always)
private func digitCount(_ number: UInt64) -> Int {
    var count = 1
    var rest = number
    while rest >= 10_000 {
        rest /= 10_000
        count += 4
    }
    return count + (rest >= 1000 ? 3 : rest >= 100 ? 2 : rest >= 10 ? 1 : 0)
}

/// Two digits of a number below 100.
@inline(__always)
func writePair(_ number: UInt64, to output: Output) {
    output[0] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10)
    output[1] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10)
}

/// 36 bytes.
@inline(__always)
func write(_ id: UUIDBits, to output: Output) -> Output {
    let bytes = UnsafeMutableRawPointer(output)
    let first = hexadecimal(UInt32(truncatingIfNeeded: id.high >> 32))
    let second = hexadecimal(UInt32(truncatingIfNeeded: id.high))
    let third = hexadecimal(UInt32(truncatingIfNeeded: id.low >> 32))
    let fourth = hexadecimal(UInt32(truncatingIfNeeded: id.low))
    bytes.storeBytes(of: first, as: UInt64.self)
    bytes.storeBytes(of: UInt32(truncatingIfNeeded: second), toByteOffset: 9, as: UInt32.self)
    bytes.storeBytes(of: UInt32(truncatingIfNeeded: second >> 32), toByteOffset: 14, as: UInt32.self)
    bytes.storeBytes(of: UInt32(truncatingIfNeeded: third), toByteOffset: 19, as: UInt32.self)
    bytes.storeBytes(of: UInt32(truncatingIfNeeded: third >> 32), toByteOffset: 24, as: UInt32.self)
    bytes.storeBytes(of: fourth, toByteOffset: 28, as: UInt64.self)
    output[8] = UInt8(ascii: "-")
    output[13] = UInt8(ascii: "-")
    output[18] = UInt8(ascii: "-")
    output[23] = UInt8(ascii: "-")
    return output + 36
}

/// Eight hexadecimal digits, the most significant in the least significant byte, found for all nibbles at once.
@inline(__always)
private func hexadecimal(_ bits: UInt32) -> UInt64 {
    var x = UInt64(bits.byteSwapped)
    x = (x | x << 16) & 0x0000_FFFF_0000_FFFF
    x = (x | x << 8) & 0x00FF_00FF_00FF_00FF
    x = (x >> 4 | x << 8) & 0x0F0F_0F0F_0F0F_0F0F
    let isLetter = ((x &+ 0x0606_0606_0606_0606) >> 4) & 0x0101_0101_0101_0101
    return x &+ 0x3030_3030_3030_3030 &+ isLetter &* 39
}

/// The shortest digits that read back as the number; at most 32 bytes.
func write(_ number: Double, to output: Output) -> Output {
    var output = output
    for byte in number.description.utf8 {
        output.pointee = byte
        output += 1
    }
    return output
}
