/// A stretch of calendar time. Months and days are kept apart from hours: a month has no fixed length.
package struct Interval: Hashable, Sendable {
    package var months: Int
    package var days: Int
    package var microseconds: Int64

    package init(months: Int = 0, days: Int = 0, microseconds: Int64 = 0) {
        self.months = months
        self.days = days
        self.microseconds = microseconds
    }

    /// Made of months and days alone: adding it to a date gives a date.
    package var isWholeDays: Bool { microseconds == 0 }

    package static prefix func - (interval: Interval) -> Interval {
        Interval(months: -interval.months, days: -interval.days, microseconds: -interval.microseconds)
    }

    /// `3 days`, `1 year 2 months`, `-90 minutes`; nil for anything else or out of range.
    package init?(parsing text: String) {
        let words = text.lowercased().split(whereSeparator: \.isWhitespace)
        guard !words.isEmpty, words.count.isMultiple(of: 2) else { return nil }
        self.init()
        for index in stride(from: 0, to: words.count, by: 2) {
            guard let amount = Int(words[index]), add(amount, String(words[index + 1])) else { return nil }
        }
    }

    init?(_ amount: Int, _ unit: String) {
        self.init()
        guard add(amount, unit.lowercased()) else { return nil }
    }

    private mutating func add(_ amount: Int, _ unit: String) -> Bool {
        guard abs(amount) <= 100_000_000 else { return false }
        switch unit.hasSuffix("s") ? String(unit.dropLast()) : unit {
        case "year": months += amount * 12
        case "quarter": months += amount * 3
        case "month": months += amount
        case "week": days += amount * 7
        case "day": days += amount
        case "hour": microseconds += Int64(amount) * 3_600_000_000
        case "minute": microseconds += Int64(amount) * 60_000_000
        case "second": microseconds += Int64(amount) * 1_000_000
        default: return false
        }
        return true
    }
}

extension Interval: CustomStringConvertible {
    /// `1 month 2 days 3000000 microseconds`; parts that are nought are left out.
    package var description: String {
        let parts = [(Int64(months), "month"), (Int64(days), "day"), (microseconds, "microsecond")]
        let written = parts.filter { $0.0 != 0 }.map { "\($0.0) \($0.1)\(abs($0.0) == 1 ? "" : "s")" }
        return written.isEmpty ? "0 days" : written.joined(separator: " ")
    }
}
