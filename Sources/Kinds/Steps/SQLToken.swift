/// A word, mark or literal of an engine's SQL: as much of it as can be told without the engine's grammar.
package struct SQLToken: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case word, number, mark
        /// In single quotes.
        case text
        /// In double quotes or backquotes.
        case name
    }

    package let kind: Kind
    /// Words in small letters; texts and names without their quotes.
    package let text: String
    /// UTF-8 offsets in the query.
    package let range: Range<Int>
    /// Parentheses open around it.
    package let depth: Int

    package func isWord(_ word: String) -> Bool { kind == .word && text == word }

    package func isMark(_ mark: String) -> Bool { kind == .mark && text == mark }
}

/// The tokens of a query, comments left out. What is not closed ends with the text.
package func sqlTokens(of query: String) -> [SQLToken] {
    var scanner = SQLScanner(bytes: Array(query.utf8))
    return scanner.tokens()
}

private struct SQLScanner {
    let bytes: [UInt8]
    var at = 0
    var depth = 0

    mutating func tokens() -> [SQLToken] {
        var tokens: [SQLToken] = []
        while at < bytes.count {
            let start = at
            guard let kind = advance() else { continue }
            if kind == .mark, bytes[start] == UInt8(ascii: ")") { depth -= 1 }
            tokens.append(SQLToken(kind: kind, text: tokenText(start..<at, kind), range: start..<at, depth: depth))
            if kind == .mark, bytes[start] == UInt8(ascii: "(") { depth += 1 }
        }
        return tokens
    }

    /// Over one token; nil over blanks and comments.
    private mutating func advance() -> SQLToken.Kind? {
        let byte = bytes[at]
        let next = at + 1 < bytes.count ? bytes[at + 1] : 0
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            at += 1
            return nil
        case UInt8(ascii: "-") where next == byte:
            skip { $0 != UInt8(ascii: "\n") }
            return nil
        case UInt8(ascii: "/") where next == UInt8(ascii: "*"):
            at += 2
            while at < bytes.count, !(bytes[at - 1] == UInt8(ascii: "*") && bytes[at] == UInt8(ascii: "/")) { at += 1 }
            at = min(at + 1, bytes.count)
            return nil
        case UInt8(ascii: "'"):
            skipQuoted(byte)
            return .text
        case UInt8(ascii: "\""), UInt8(ascii: "`"):
            skipQuoted(byte)
            return .name
        case UInt8(ascii: "0")...UInt8(ascii: "9"):
            skip { isWordByte($0) || $0 == UInt8(ascii: ".") }
            return .number
        case _ where isWordByte(byte):
            skip(while: isWordByte)
            return .word
        case UInt8(ascii: "/") where next == byte, UInt8(ascii: ":") where next == byte:
            at += 2
            return .mark
        default:
            at += 1
            return .mark
        }
    }

    private mutating func skip(while holds: (UInt8) -> Bool) {
        while at < bytes.count, holds(bytes[at]) { at += 1 }
    }

    /// A doubled quote stands for itself.
    private mutating func skipQuoted(_ quote: UInt8) {
        at += 1
        while at < bytes.count {
            at += 1
            guard bytes[at - 1] == quote else { continue }
            guard at < bytes.count, bytes[at] == quote else { return }
            at += 1
        }
    }

    private func tokenText(_ range: Range<Int>, _ kind: SQLToken.Kind) -> String {
        switch kind {
        case .word: String(decoding: bytes[range], as: UTF8.self).lowercased()
        case .number, .mark: String(decoding: bytes[range], as: UTF8.self)
        case .text, .name: String(decoding: bytes[range].dropFirst().dropLast(), as: UTF8.self)
        }
    }
}

private func isWordByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"),
        UInt8(ascii: "_"), 0x80...:
        true
    default: false
    }
}
