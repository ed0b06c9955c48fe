extension Value {
    /// The value that a text means for a type, as it stands in files and quoted literals; nil where it means none.
    ///
    /// Dates are `2025-01-31`; timestamps add `T` or a blank and `14:30`, `14:30:05` or `14:30:05.123456`; a
    /// timestamptz may end in `Z`, `+03`, `-03:00` and is UTC without. Booleans are `true`, `false`, `t`, `f`. A decimal
    /// keeps its digits, padded to the type's scale, and is refused where digits would be lost. Lists are not read.
    package init?(parsing text: String, as type: DataType) {
        switch type {
        case .boolean: self.init(boolean: text)
        case .int:
            guard let number = Int32(text) else { return nil }
            self = .integer(Int64(number))
        case .bigint:
            guard let number = Int64(text) else { return nil }
            self = .integer(number)
        case .double:
            guard let number = Double(text), !text.utf8.contains(where: { $0 | 0x20 == UInt8(ascii: "x") }) else {
                return nil
            }
            self = .double(number)
        case .decimal(let precision, let scale):
            guard let digits = decimalDigits(text, precision: precision, scale: scale) else { return nil }
            self = .decimal(digits)
        case .string, .json: self = .string(text)
        case .date:
            var reader = TimeReader(text)
            guard let days = reader.date(), reader.isAtEnd else { return nil }
            self = .date(days)
        case .timestamp:
            var reader = TimeReader(text)
            guard let micros = reader.timestamp(), reader.isAtEnd else { return nil }
            self = .timestamp(micros)
        case .timestamptz:
            var reader = TimeReader(text)
            guard let micros = reader.timestamp(), let offset = reader.zone(), reader.isAtEnd else { return nil }
            self = .timestamptz(micros - offset)
        case .uuid: self.init(uuid: text)
        case .binary: self.init(hexadecimal: text)
        case .list, .null: return nil
        }
    }

    private init?(boolean text: String) {
        switch text.lowercased() {
        case "true", "t": self = .boolean(true)
        case "false", "f": self = .boolean(false)
        default: return nil
        }
    }

    /// 32 hexadecimal digits with hyphens after 8, 12, 16 and 20 of them.
    private init?(uuid text: String) {
        var halves: (UInt64, UInt64) = (0, 0)
        var digits = 0
        for (index, byte) in text.utf8.enumerated() {
            if [8, 13, 18, 23].contains(index) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            guard let digit = byte.hexadecimalDigit, digits < 32 else { return nil }
            if digits < 16 {
                halves.0 = halves.0 << 4 | UInt64(digit)
            } else {
                halves.1 = halves.1 << 4 | UInt64(digit)
            }
            digits += 1
        }
        guard digits == 32 else { return nil }
        self = .uuid(halves.0, halves.1)
    }

    private init?(hexadecimal text: String) {
        let digits = text.utf8.compactMap(\.hexadecimalDigit)
        guard digits.count == text.utf8.count, digits.count.isMultiple(of: 2) else { return nil }
        self = .binary(stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] })
    }
}

extension UInt8 {
    var hexadecimalDigit: UInt8? {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): self - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): self - UInt8(ascii: "a") + 10
        case UInt8(ascii: "A")...UInt8(ascii: "F"): self - UInt8(ascii: "A") + 10
        default: nil
        }
    }
}

/// The digits of a plain decimal number with exactly `scale` of them after the point; nil where it does not fit.
func decimalDigits(_ text: String, precision: Int, scale: Int) -> String? {
    let isNegative = text.hasPrefix("-")
    let unsigned = isNegative || text.hasPrefix("+") ? text.dropFirst() : text[...]
    let parts = unsigned.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), unsigned.utf8.contains(where: \.isDigit),
        parts.allSatisfy({ $0.utf8.allSatisfy(\.isDigit) })
    else { return nil }
    let whole = parts[0].drop { $0 == "0" }
    var fraction = parts.count == 2 ? parts[1] : ""
    while fraction.count > scale, fraction.last == "0" { fraction.removeLast() }
    guard fraction.count <= scale, whole.count <= precision - scale else { return nil }
    let padded = String(fraction) + String(repeating: "0", count: scale - fraction.count)
    let digits = (whole.isEmpty ? "0" : String(whole)) + (scale == 0 ? "" : "." + padded)
    return isNegative && digits.utf8.contains { $0.isDigit && $0 != UInt8(ascii: "0") } ? "-" + digits : digits
}

/// Reads dates and times off the front of a text.
private struct TimeReader {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    var isAtEnd: Bool { offset == bytes.count }

    mutating func date() -> Int32? {
        guard let year = digits(4), take("-"), let month = digits(2), take("-"), let day = digits(2),
            (1...12).contains(month), (1...daysInMonth(year, month)).contains(day)
        else { return nil }
        return daysFromCivil(year, month, day)
    }

    /// A date alone is its midnight.
    mutating func timestamp() -> Int64? {
        guard let days = date() else { return nil }
        let midnight = Int64(days) * microsecondsPerDay
        guard take("T") || take(" ") else { return midnight }
        guard let hour = digits(2), take(":"), let minute = digits(2), hour < 24, minute < 60 else { return nil }
        var micros = Int64(hour * 60 + minute) * 60_000_000
        if take(":") {
            guard let second = digits(2), second < 60 else { return nil }
            micros += Int64(second) * 1_000_000
            if take(".") {
                guard let fraction = fraction() else { return nil }
                micros += fraction
            }
        }
        return midnight + micros
    }

    /// The zone's distance from UTC in microseconds; 0 where nothing is said.
    mutating func zone() -> Int64? {
        if isAtEnd || take("Z") { return 0 }
        let sign: Int64 = take("-") ? -1 : 1
        guard sign < 0 || take("+"), let hours = digits(2), hours < 16 else { return nil }
        var minutes = 0
        if take(":") || !isAtEnd {
            guard let found = digits(2), found < 60 else { return nil }
            minutes = found
        }
        return sign * Int64(hours * 60 + minutes) * 60_000_000
    }

    /// One to six digits after the point, in microseconds.
    private mutating func fraction() -> Int64? {
        var micros: Int64 = 0
        var count = 0
        while offset < bytes.count, bytes[offset].isDigit, count < 6 {
            micros = micros * 10 + Int64(bytes[offset] - UInt8(ascii: "0"))
            offset += 1
            count += 1
        }
        guard count > 0 else { return nil }
        for _ in count..<6 { micros *= 10 }
        return micros
    }

    private mutating func digits(_ count: Int) -> Int? {
        guard offset + count <= bytes.count else { return nil }
        var number = 0
        for byte in bytes[offset..<offset + count] {
            guard byte.isDigit else { return nil }
            number = number * 10 + Int(byte - UInt8(ascii: "0"))
        }
        offset += count
        return number
    }

    private mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard offset < bytes.count, bytes[offset] == UInt8(ascii: character) else { return false }
        offset += 1
        return true
    }
}
