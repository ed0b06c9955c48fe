/// A JSON value ready to be written: keys keep their order, so that output is the same in every run.
package indirect enum JSONText: Sendable {
    case object([(String, JSONText)])
    case array([JSONText])
    case string(String)
    case integer(Int64)
    /// Written as `null` when it is not finite: JSON has no word for it.
    case double(Double)
    case bool(Bool)
    case null

    package static func integer(_ value: Int) -> JSONText { .integer(Int64(value)) }

    /// `.null` for `nil`.
    package static func string(orNull value: String?) -> JSONText { value.map(JSONText.string) ?? .null }

    /// The value as text without a line end; two spaces a level when indented, else one line.
    package func text(indented: Bool = false) -> String {
        var bytes: [UInt8] = []
        appendText(to: &bytes, level: indented ? 0 : nil)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// `level` is the depth of the enclosing container; `nil` writes one line.
    private func appendText(to bytes: inout [UInt8], level: Int?) {
        switch self {
        case .object(let members):
            writeContainer("{", members, "}", to: &bytes, level) { member, bytes, level in
                writeQuoted(member.0, to: &bytes)
                bytes.append(contentsOf: level == nil ? ":".utf8 : ": ".utf8)
                member.1.appendText(to: &bytes, level: level)
            }
        case .array(let elements):
            writeContainer("[", elements, "]", to: &bytes, level) { $0.appendText(to: &$1, level: $2) }
        case .string(let text): writeQuoted(text, to: &bytes)
        case .integer(let value): bytes.append(contentsOf: String(value).utf8)
        case .double(let value): bytes.append(contentsOf: (value.isFinite ? "\(value)" : "null").utf8)
        case .bool(let value): bytes.append(contentsOf: (value ? "true" : "false").utf8)
        case .null: bytes.append(contentsOf: "null".utf8)
        }
    }
}

/// Writes the brackets, commas and line breaks around elements; an empty container stays on one line.
private func writeContainer<Element>(
    _ open: Character,
    _ elements: [Element],
    _ close: Character,
    to bytes: inout [UInt8],
    _ level: Int?,
    element write: (Element, inout [UInt8], Int?) -> Void
) {
    bytes.append(contentsOf: open.utf8)
    let inner = level.map { $0 + 1 }
    for (index, element) in elements.enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        breakLine(&bytes, inner)
        write(element, &bytes, inner)
    }
    if !elements.isEmpty { breakLine(&bytes, level) }
    bytes.append(contentsOf: close.utf8)
}

private func breakLine(_ bytes: inout [UInt8], _ level: Int?) {
    guard let level else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * level))
}

private func writeQuoted(_ text: String, to bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "\""): bytes.append(contentsOf: #"\""#.utf8)
        case UInt8(ascii: "\\"): bytes.append(contentsOf: #"\\"#.utf8)
        case 0x0A: bytes.append(contentsOf: #"\n"#.utf8)
        case 0x0D: bytes.append(contentsOf: #"\r"#.utf8)
        case 0x09: bytes.append(contentsOf: #"\t"#.utf8)
        case 0..<0x20, 0x7F:
            let digits = String(byte, radix: 16)
            bytes.append(contentsOf: #"\u00"#.utf8)
            bytes.append(contentsOf: (digits.count == 1 ? "0" + digits : digits).utf8)
        default: bytes.append(byte)
        }
    }
    bytes.append(UInt8(ascii: "\""))
}
