import Expressions

/// A date or timestamp written by a format of `%Y %m %d %H %M %S %j %y %b %%`; nil for another value.
/// Throws the directive that is none of these.
func formattedDate(_ value: Value, _ format: String) throws(UnknownDirective) -> String? {
    guard let (days, seconds) = daysAndSeconds(value) else { return nil }
    var text = ""
    var rest = Substring(format)
    while let character = rest.popFirst() {
        guard character == "%" else {
            text.append(character)
            continue
        }
        guard let directive = rest.popFirst(), let written = expansion(of: directive, days: days, seconds: seconds)
        else {
            throw UnknownDirective(text: String(format[..<rest.startIndex].suffix(2)))
        }
        text += written
    }
    return text
}

struct UnknownDirective: Error {
    let text: String
}

private func daysAndSeconds(_ value: Value) -> (days: Int32, seconds: Int)? {
    switch value {
    case .date(let days): return (days, 0)
    case .timestamp(let micros), .timestamptz(let micros):
        var (days, rest) = micros.quotientAndRemainder(dividingBy: microsecondsPerDay)
        if rest < 0 { (days, rest) = (days - 1, rest + microsecondsPerDay) }
        return (Int32(truncatingIfNeeded: days), Int(rest / 1_000_000))
    default: return nil
    }
}

private let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

private func expansion(of directive: Character, days: Int32, seconds: Int) -> String? {
    let (year, month, day) = civilFromDays(days)
    return switch directive {
    case "Y": zeroPadded(year, 4)
    case "y": zeroPadded(year % 100, 2)
    case "m": zeroPadded(month, 2)
    case "b": months[month - 1]
    case "d": zeroPadded(day, 2)
    case "j": zeroPadded(Int(days - daysFromCivil(year, 1, 1)) + 1, 3)
    case "H": zeroPadded(seconds / 3600, 2)
    case "M": zeroPadded(seconds / 60 % 60, 2)
    case "S": zeroPadded(seconds % 60, 2)
    case "%": "%"
    default: nil
    }
}
