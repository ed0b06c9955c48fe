/// Bytes as they are written in a project: `64KiB`, `512MB`, `2GiB` or a bare count; nil for other text.
package func byteCount(_ text: String) -> Int? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), let scale = byteUnits[String(text.dropFirst(digits.count))] else { return nil }
    let (bytes, overflowed) = count.multipliedReportingOverflow(by: scale)
    return overflowed ? nil : bytes
}

private let byteUnits = [
    "": 1, "B": 1, "KB": 1000, "MB": 1_000_000, "GB": 1_000_000_000, "TB": 1_000_000_000_000, "KiB": 1 << 10,
    "MiB": 1 << 20, "GiB": 1 << 30, "TiB": 1 << 40,
]

/// `10 gb` as `10GB`, `5 minutes` as `5m`: what was meant, when only the spelling is wrong.
func respelledSize(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).filter { $0 != " " }.lowercased()
    let spelling = unit.count == 1 && "kmgt".contains(unit) ? unit + "b" : unit
    guard !digits.isEmpty, let match = byteUnits.keys.first(where: { $0.lowercased() == spelling }), !match.isEmpty
    else {
        return nil
    }
    return digits + match
}

/// The same for durations.
func respelledDuration(_ text: String) -> String? {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    let unit = text.dropFirst(digits.count).filter { $0 != " " }.lowercased()
    guard !digits.isEmpty, let short = durationWords.first(where: { $0.words.contains(unit) })?.unit else { return nil }
    return digits + short
}

private let durationWords: [(unit: String, words: Set<String>)] = [
    ("ms", ["ms", "millis", "millisecond", "milliseconds"]), ("s", ["s", "sec", "secs", "second", "seconds"]),
    ("m", ["m", "min", "mins", "minute", "minutes"]), ("h", ["h", "hr", "hrs", "hour", "hours"]),
    ("d", ["d", "day", "days"]),
]
