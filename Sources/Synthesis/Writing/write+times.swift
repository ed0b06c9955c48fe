import Expressions

/// `2025-01-31`; years beyond 9999 and before 0 have more bytes, at most 20 in all.
@inline(__always)
func write(day: Int64, to output: Output) -> Output {
    let (year, month, day) = civilFromDays(Int32(truncatingIfNeeded: day))
    var output = output
    if (0...9999).contains(year) {
        writePair(UInt64(year / 100), to: output)
        writePair(UInt64(year % 100), to: output + 2)
        output += 4
    } else {
        output = write(Int64(year), to: output)
    }
    output[0] = UInt8(ascii: "-")
    writePair(UInt64(month), to: output + 1)
    output[3] = UInt8(ascii: "-")
    writePair(UInt64(day), to: output + 4)
    return output + 6
}

/// `2025-01-31T14:30:05`, with six decimals where they are not all 0; at most 36 bytes.
@inline(__always)
func write(microseconds: Int64, to output: Output) -> Output {
    let day = floorDivide(microseconds, microsecondsPerDay)
    let ofDay = UInt64(microseconds - day * microsecondsPerDay)
    var output = write(day: day, to: output)
    let (seconds, fraction) = ofDay.quotientAndRemainder(dividingBy: 1_000_000)
    output[0] = UInt8(ascii: "T")
    writePair(seconds / 3600, to: output + 1)
    output[3] = UInt8(ascii: ":")
    writePair(seconds / 60 % 60, to: output + 4)
    output[6] = UInt8(ascii: ":")
    writePair(seconds % 60, to: output + 7)
    output += 9
    guard fraction > 0 else { return output }
    output[0] = UInt8(ascii: ".")
    writePair(fraction / 10_000, to: output + 1)
    writePair(fraction / 100 % 100, to: output + 3)
    writePair(fraction % 100, to: output + 5)
    return output + 7
}
