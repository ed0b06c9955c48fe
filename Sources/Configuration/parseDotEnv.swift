package import Reporting

/// The variables of a `.env` file. Nothing in values is expanded; a later line wins. No message shows a value.
package func parseDotEnv(_ source: SourceText, found: inout Diagnostics) -> [String: String] {
    guard checkEncoding(of: source, found: &found) else { return [:] }
    var variables: [String: String] = [:]
    var start = source.utf8.starts(with: byteOrderMark) ? byteOrderMark.count : 0
    while start < source.utf8.count {
        let end = source.utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? source.utf8.count
        do throws(DotEnvLine.Problem) {
            if let line = try DotEnvLine(source.utf8[start..<end]) { variables[line.name] = line.value }
        } catch {
            found.report(Diagnostic(.badDotEnv, error.message, at: source.span(error.range), help: error.help))
        }
        start = end + 1
    }
    return variables
}

/// One `NAME=value`.
private struct DotEnvLine {
    let name: String
    let value: String

    struct Problem: Error {
        let message: Message
        let range: Range<Int>
        let help: Message
    }

    /// Nil for an empty line or a comment.
    init?(_ bytes: ArraySlice<UInt8>) throws(Problem) {
        var rest = bytes.trimmed
        guard let first = rest.first, first != UInt8(ascii: "#") else { return nil }
        if rest.starts(with: "export ".utf8) { rest = rest.dropFirst(7).trimmed }
        guard let equals = rest.firstIndex(of: UInt8(ascii: "=")) else {
            throw Problem(
                message: "no '=' on this line",
                range: rest.indices,
                help: "write 'NAME=value', or start a comment with '#'"
            )
        }
        let name = rest[..<equals].trimmed
        guard let initial = name.first, !(0x30...0x39).contains(initial), name.allSatisfy(isNameByte) else {
            throw Problem(
                message: "not a variable name before '='",
                range: rest.startIndex..<equals + 1,
                help: "use letters, digits and '_', not starting with a digit"
            )
        }
        self.name = String(decoding: name, as: UTF8.self)
        value = String(decoding: try Self.unquoted(rest[(equals + 1)...].trimmed), as: UTF8.self)
    }

    private static func unquoted(_ bytes: ArraySlice<UInt8>) throws(Problem) -> [UInt8] {
        guard let quote = bytes.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else {
            return Array(withoutComment(bytes))
        }
        var value: [UInt8] = []
        var at = bytes.startIndex + 1
        while at < bytes.endIndex, bytes[at] != quote {
            if quote == UInt8(ascii: "\""), bytes[at] == UInt8(ascii: "\\"), at + 1 < bytes.endIndex {
                value += unescaped(bytes[at + 1])
                at += 2
            } else {
                value.append(bytes[at])
                at += 1
            }
        }
        guard at < bytes.endIndex else {
            throw Problem(
                message: "this quote is never closed",
                range: bytes.startIndex..<bytes.startIndex + 1,
                help: "close it on the same line"
            )
        }
        let rest = bytes[(at + 1)...].trimmed
        guard rest.isEmpty || rest.first == UInt8(ascii: "#") else {
            throw Problem(message: "text after the closing quote", range: rest.indices, help: "quote the whole value")
        }
        return value
    }

    private static func unescaped(_ byte: UInt8) -> [UInt8] {
        switch byte {
        case UInt8(ascii: "n"): [UInt8(ascii: "\n")]
        case UInt8(ascii: "t"): [UInt8(ascii: "\t")]
        case UInt8(ascii: "r"): [UInt8(ascii: "\r")]
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "$"): [byte]
        default: [UInt8(ascii: "\\"), byte]
        }
    }

    /// A comment starts at a `#` after a blank.
    private static func withoutComment(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        let comment = bytes.indices.first { index in
            bytes[index] == UInt8(ascii: "#") && (index == bytes.startIndex || bytes[index - 1] <= 0x20)
        }
        return bytes[..<(comment ?? bytes.endIndex)].trimmed
    }
}

private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "_"): true
    default: false
    }
}

extension ArraySlice<UInt8> {
    /// Without blanks at both ends.
    fileprivate var trimmed: ArraySlice<UInt8> {
        let start = drop { $0 <= 0x20 }
        return start[..<((start.lastIndex { $0 > 0x20 } ?? start.startIndex - 1) + 1)]
    }
}
