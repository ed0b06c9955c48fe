import Expressions

/// `2025-01-31`; years beyond 9999 and before 0 have more bytes, at most 20 in all.
@inline(__always)
func write(day: Int64, to output: Output) -> Output {
    let sinceMarch = UInt64(bitPattern: day &+ 719_468)
    guard sinceMarch <= 3_652_364 else { return writeFarDay(day, to: output) }
    let (year, month, day) = civil(sinceMarch)
    let century = year / 100
    let pairs = century | (year &- century &* 100) &<< 16 | month &<< 40
    store(digits(ofPairs: pairs, tens: 0x0000_0F00_000F_000F) &+ 0x2D30_302D_3030_3030, to: output)
    writePair(day, to: output + 8)
    return output + 10
}

private func writeFarDay(_ day: Int64, to output: Output) -> Output {
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

/// Year, month and day of a day counted from 0000-03-01, up to the year 9999, by products instead of divisions.
///
/// C. Neri, L. Schneider: "Euclidean affine functions and their application to calendar algorithms", Software: Practice
/// and Experience 53 (2023).
@inline(__always)
private func civil(_ sinceMarch: UInt64) -> (year: UInt64, month: UInt64, day: UInt64) {
    let quarters = 4 &* sinceMarch &+ 3
    let century = quarters / 146_097
    let ofCentury = (quarters &- century &* 146_097) | 3
    let product = ofCentury &* 2_939_745
    let dayOfYear = (product & 0xFFFF_FFFF) / 11_758_980
    let months = dayOfYear &* 2141 &+ 197_913
    // The year begins in March here, so January and February are its months 13 and 14.
    let isNext: UInt64 = dayOfYear >= 306 ? 1 : 0
    let year = 100 &* century &+ product &>> 32 &+ isNext
    return (year, months &>> 16 &- 12 &* isNext, (months & 0xFFFF) / 2141 &+ 1)
}

/// `2025-01-31T14:30:05`, with six decimals where they are not all 0; at most 36 bytes.
@inline(__always)
func write(microseconds: Int64, to output: Output) -> Output {
    let day = floorDivide(microseconds, microsecondsPerDay)
    let ofDay = UInt64(bitPattern: microseconds &- day &* microsecondsPerDay)
    var output = write(day: day, to: output)
    let seconds = ofDay / 1_000_000
    let fraction = ofDay &- seconds &* 1_000_000
    let (hours, minutes) = (seconds / 3600, seconds / 60)
    let pairs = hours | (minutes &- hours &* 60) &<< 24 | (seconds &- minutes &* 60) &<< 48
    output[0] = UInt8(ascii: "T")
    store(digits(ofPairs: pairs, tens: 0x000F_0000_0F00_000F) &+ 0x3030_3A30_303A_3030, to: output + 1)
    output += 9
    guard fraction > 0 else { return output }
    output[0] = UInt8(ascii: ".")
    writePair(fraction / 10_000, to: output + 1)
    writePair(fraction / 100 % 100, to: output + 3)
    writePair(fraction % 100, to: output + 5)
    return output + 7
}
