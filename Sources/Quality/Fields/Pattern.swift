import Configuration
import Reporting

extension Diagnostics {
    /// What the engine's regular expressions (RE2) do not have, and brackets without their other half.
    mutating func pattern(_ pattern: Text) {
        if let (bracket, offset) = loneBracket(in: pattern.string) {
            return report(
                Diagnostic(
                    .badPattern, bracket == ")" ? "this ')' closes nothing" : "this '\(bracket)' is never closed",
                    at: pattern.span(of: offset..<offset + 1),
                    help: "close it, or write '\\\(bracket)' where it is meant literally"))
        }
        guard let (construct, offset, length) = unsupportedConstruct(in: pattern.string) else { return }
        report(
            Diagnostic(
                .patternUnsupported,
                "patterns have no \(construct)",
                at: pattern.span(of: offset..<offset + length),
                help: "say it with two patterns, or with an 'expression'"
            )
        )
    }
}

/// The first construct of other dialects in a pattern: its name, and where it stands in UTF-8 offsets.
func unsupportedConstruct(in pattern: String) -> (name: Message, offset: Int, length: Int)? {
    let bytes = Array(pattern.utf8)
    var isInClass = false
    var offset = 0
    while offset < bytes.count {
        let rest = bytes[offset...]
        if rest.first == UInt8(ascii: "\\") {
            if !isInClass, let name = escape(rest.dropFirst().first) { return (name, offset, 2) }
            offset += 2
            continue
        }
        if !isInClass, let (text, name) = lookarounds.first(where: { rest.starts(with: $0.text.utf8) }) {
            return (name, offset, text.utf8.count)
        }
        if rest.first == UInt8(ascii: "[") { isInClass = true }
        if rest.first == UInt8(ascii: "]") { isInClass = false }
        offset += 1
    }
    return nil
}

/// The first bracket of a pattern that has no other half, and its UTF-8 offset.
func loneBracket(in pattern: String) -> (bracket: Character, offset: Int)? {
    let bytes = Array(pattern.utf8)
    var groups: [Int] = []
    var offset = 0
    while offset < bytes.count {
        switch bytes[offset] {
        case UInt8(ascii: "\\"): offset += 1
        case UInt8(ascii: "("): groups.append(offset)
        case UInt8(ascii: ")"):
            guard groups.popLast() != nil else { return (")", offset) }
        case UInt8(ascii: "["):
            guard let end = classEnd(in: bytes, from: offset) else { return ("[", offset) }
            offset = end
        default: break
        }
        offset += 1
    }
    return groups.last.map { ("(", $0) }
}

/// Where the `]` of a character class stands. One right after `[` or `[^` is a member of the class.
private func classEnd(in bytes: [UInt8], from start: Int) -> Int? {
    var offset = start + 1
    if bytes[offset...].first == UInt8(ascii: "^") { offset += 1 }
    if bytes[offset...].first == UInt8(ascii: "]") { offset += 1 }
    while offset < bytes.count {
        if bytes[offset] == UInt8(ascii: "]") { return offset }
        if bytes[offset...].starts(with: "[:".utf8), let end = bytes[offset...].firstRange(of: ":]".utf8) {
            offset = end.upperBound
        } else {
            offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
        }
    }
    return nil
}

private let lookarounds: [(text: String, name: Message)] = [
    (text: "(?=", name: "look-ahead"), (text: "(?!", name: "look-ahead"), (text: "(?<=", name: "look-behind"),
    (text: "(?<!", name: "look-behind"), (text: "*+", name: "possessive quantifiers"),
    (text: "++", name: "possessive quantifiers"), (text: "?+", name: "possessive quantifiers"),
    (text: "(?>", name: "atomic groups"), (text: "(?P=", name: "back-references"),
]

private func escape(_ byte: UInt8?) -> Message? {
    guard let byte else { return nil }
    if (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(byte) { return "back-references" }
    return switch byte {
    case UInt8(ascii: "k"): "back-references"
    case UInt8(ascii: "Z"): "\\Z; write \\z"
    default: nil
    }
}
