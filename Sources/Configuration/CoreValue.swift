/// What a plain scalar means in the YAML 1.2 core schema.
package enum CoreValue: Hashable, Sendable {
    case null
    case boolean(Bool)
    case integer(Int)
    case number(Double)
    case text

    package init(_ text: String) {
        self =
            switch text {
            case "", "~", "null", "Null", "NULL": .null
            case "true", "True", "TRUE": .boolean(true)
            case "false", "False", "FALSE": .boolean(false)
            default: Self.numeric(text) ?? .text
            }
    }

    private static func numeric(_ text: String) -> CoreValue? {
        guard let first = text.utf8.first, first < 0x3A else { return nil }
        if text.hasPrefix("0x") { return wholeNumber(text.dropFirst(2), radix: 16) }
        if text.hasPrefix("0o") { return wholeNumber(text.dropFirst(2), radix: 8) }
        switch text {
        case ".inf", "+.inf": return .number(.infinity)
        case "-.inf": return .number(-.infinity)
        case ".nan": return .number(.nan)
        default: break
        }
        guard text.utf8.allSatisfy(isNumeric), text.utf8.contains(where: { (0x30...0x39).contains($0) }) else {
            return nil
        }
        if let integer = Int(text) { return .integer(integer) }
        return Double(text.hasSuffix(".") ? text + "0" : text).map { .number($0) }
    }

    private static func wholeNumber(_ text: Substring, radix: Int) -> CoreValue? {
        guard text.utf8.first.map({ $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: "+") }) == true else { return nil }
        return Int(text, radix: radix).map { .integer($0) }
    }

    private static func isNumeric(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }
}
