extension Value {
    /// The canonical text: what `init(parsing:as:)` reads back, and what files and messages show. `null` for no value.
    ///
    /// Timestamps have a `T`-less blank between date and time and as many of six decimals as are not nought; a
    /// timestamptz ends in `+00`.
    package var text: String {
        switch self {
        case .null: "null"
        case .boolean(let value): value ? "true" : "false"
        case .integer(let number): String(number)
        case .double(let number): "\(number)"
        case .decimal(let digits): digits
        case .string(let text): text
        case .date(let days): dateText(days)
        case .timestamp(let micros): timestampText(micros)
        case .timestamptz(let micros): timestampText(micros) + "+00"
        case .uuid(let high, let low): uuidText(high, low)
        case .binary(let bytes): bytes.map { zeroPadded($0, 2, radix: 16) }.joined()
        case .list(let values): "[" + values.map(\.text).joined(separator: ", ") + "]"
        }
    }
}

/// `2025-01-31`.
package func dateText(_ days: Int32) -> String {
    let (year, month, day) = civilFromDays(days)
    return "\(zeroPadded(year, 4))-\(zeroPadded(month, 2))-\(zeroPadded(day, 2))"
}

/// `2025-01-31 14:30:05` and the fraction of the second where there is one.
package func timestampText(_ micros: Int64) -> String {
    let days = Int32(truncatingIfNeeded: (micros - (micros < 0 ? microsecondsPerDay - 1 : 0)) / microsecondsPerDay)
    let ofDay = micros - Int64(days) * microsecondsPerDay
    let (seconds, fraction) = (ofDay / 1_000_000, ofDay % 1_000_000)
    let time = "\(zeroPadded(seconds / 3600, 2)):\(zeroPadded(seconds / 60 % 60, 2)):\(zeroPadded(seconds % 60, 2))"
    guard fraction > 0 else { return "\(dateText(days)) \(time)" }
    var digits = zeroPadded(fraction, 6)
    while digits.hasSuffix("0") { digits.removeLast() }
    return "\(dateText(days)) \(time).\(digits)"
}

private func uuidText(_ high: UInt64, _ low: UInt64) -> String {
    let digits = Array(zeroPadded(high, 16, radix: 16) + zeroPadded(low, 16, radix: 16))
    return [0..<8, 8..<12, 12..<16, 16..<20, 20..<32].map { String(digits[$0]) }.joined(separator: "-")
}
