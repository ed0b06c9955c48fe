import Configuration
import Expressions
import Reporting
import Synthesis

/// A point in time as a person writes it: `now`, `today`, `2y ago`, `in 6mo`, `2025-01-31`, `2025-01-31 14:30:00`.
struct Moment {
    /// Microseconds since 1970-01-01.
    let micros: Int64

    var day: Int32 {
        Int32(truncatingIfNeeded: micros >= 0 ? micros / microsecondsPerDay : (micros + 1) / microsecondsPerDay - 1)
    }

    /// `ago` counts back from now, so from midnight where only the day matters.
    init?(_ text: String, clock: ReadingClock) {
        let today = Int64(clock.today) * microsecondsPerDay
        switch text {
        case "now": micros = clock.now
        case "today": micros = today
        case "yesterday": micros = today - microsecondsPerDay
        case "tomorrow": micros = today + microsecondsPerDay
        default:
            if let value = Value(parsing: text, as: .timestamp), case .timestamp(let moment) = value {
                micros = moment
            } else if let moment = Self.relative(text, clock.now) {
                micros = moment
            } else {
                return nil
            }
        }
    }

    private static func relative(_ text: String, _ now: Int64) -> Int64? {
        let isBack = text.hasSuffix(" ago")
        guard isBack || text.hasPrefix("in ") else { return nil }
        let amount = isBack ? text.dropLast(4) : text.dropFirst(3)
        let digits = amount.prefix { $0.isNumber }
        guard let count = Int64(digits), count < 100_000, let unit = units[String(amount.dropFirst(digits.count))]
        else {
            return nil
        }
        let signed = isBack ? -count : count
        return unit.months == 0 ? now + signed * unit.micros : moved(now, byMonths: signed * unit.months)
    }

    private static func moved(_ micros: Int64, byMonths months: Int64) -> Int64 {
        let day = Int64(Moment(micros: micros).day)
        return micros + (dayShifted(day, months: months) - day) * microsecondsPerDay
    }

    private init(micros: Int64) { self.micros = micros }

    private static let units: [String: (months: Int64, micros: Int64)] = [
        "y": (12, 0), "mo": (1, 0), "w": (0, 7 * microsecondsPerDay), "d": (0, microsecondsPerDay),
        "h": (0, 3_600_000_000), "m": (0, 60_000_000), "s": (0, 1_000_000),
    ]
}

extension GeneratorContext {
    /// The moment a field names, or the one it has by default; reports what is none.
    mutating func moment(_ record: Record, _ field: String, default fallback: String) -> Moment? {
        let text = record.text(field)
        if text == nil, record.has(field) { return nil }
        if let moment = Moment(text?.string ?? fallback, clock: clock) { return moment }
        guard let text else { return nil }
        found.report(
            Diagnostic(
                .generatorTime,
                "'\(text)' is not a time",
                at: text.span,
                help: "write a date such as 2025-01-31, 'now', 'today', '2y ago', '6mo ago', '10d ago' or 'in 3d'"
            )
        )
        return nil
    }
}
