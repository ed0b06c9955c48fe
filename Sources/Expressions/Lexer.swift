import Reporting

/// One word, literal or mark of an expression.
struct Token: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        /// Digits as written, perhaps with a point and an exponent.
        case number(String)
        /// The text between the quotes, doubled quotes made single.
        case string(String)
        case word(String)
        case quotedName(String)
        case symbol(String)
        case end
    }

    var kind: Kind
    var range: Range<Int>
}

/// Cuts an expression's text into tokens. Offsets are UTF-8 bytes.
struct Lexer {
    private let bytes: [UInt8]
    private var offset = 0

    init(_ text: String) { bytes = Array(text.utf8) }

    /// All tokens, the last one `.end`.
    mutating func tokens() throws(ExpressionIssue) -> [Token] {
        var tokens: [Token] = []
        while true {
            try skipBlanks()
            guard offset < bytes.count else { break }
            let start = offset
            let kind = try next()
            tokens.append(Token(kind: kind, range: start..<offset))
        }
        tokens.append(Token(kind: .end, range: bytes.count..<bytes.count))
        return tokens
    }

    private func byte(_ ahead: Int = 0) -> UInt8 { offset + ahead < bytes.count ? bytes[offset + ahead] : 0 }

    private mutating func next() throws(ExpressionIssue) -> Token.Kind {
        switch byte() {
        case UInt8(ascii: "'"): return .string(try quoted(UInt8(ascii: "'"), "a text"))
        case UInt8(ascii: "\""): return try quotedName()
        case let digit where digit.isDigit: return try number()
        case UInt8(ascii: ".") where byte(1).isDigit: return try number()
        default: break
        }
        if let (scalar, _) = currentScalar(), scalar.startsName { return word() }
        return try symbol()
    }

    private mutating func skipBlanks() throws(ExpressionIssue) {
        while offset < bytes.count {
            if byte() == UInt8(ascii: "-"), byte(1) == UInt8(ascii: "-") {
                while offset < bytes.count, byte() != UInt8(ascii: "\n") { offset += 1 }
            } else if byte() == UInt8(ascii: "/"), byte(1) == UInt8(ascii: "*") {
                try skipComment()
            } else if let (scalar, length) = currentScalar(), scalar.properties.isWhitespace {
                offset += length
            } else {
                return
            }
        }
    }

    private mutating func skipComment() throws(ExpressionIssue) {
        let start = offset
        offset += 2
        while !(byte() == UInt8(ascii: "*") && byte(1) == UInt8(ascii: "/")) {
            guard offset < bytes.count else {
                throw ExpressionIssue(.expressionSyntax, "comment without its '*/'", at: start..<start + 2)
            }
            offset += 1
        }
        offset += 2
    }

    private mutating func quotedName() throws(ExpressionIssue) -> Token.Kind {
        let start = offset
        let name = try quoted(UInt8(ascii: "\""), "a quoted name")
        guard !name.isEmpty else {
            throw ExpressionIssue(
                .expressionSyntax,
                "empty name",
                at: start..<offset,
                help: "write an empty text as ''"
            )
        }
        return .quotedName(name)
    }

    private mutating func quoted(_ quote: UInt8, _ what: Message) throws(ExpressionIssue) -> String {
        let start = offset
        var content: [UInt8] = []
        offset += 1
        while offset < bytes.count {
            if byte() == quote {
                offset += 1
                guard byte() == quote, offset < bytes.count else { return String(decoding: content, as: UTF8.self) }
            }
            content.append(byte())
            offset += 1
        }
        throw ExpressionIssue(.expressionSyntax, "\(what) without its closing quote", at: start..<start + 1)
    }

    private mutating func number() throws(ExpressionIssue) -> Token.Kind {
        let start = offset
        skipDigits()
        if byte() == UInt8(ascii: ".") {
            offset += 1
            skipDigits()
        }
        if byte() | 0x20 == UInt8(ascii: "e") {
            let signed = byte(1) == UInt8(ascii: "+") || byte(1) == UInt8(ascii: "-")
            if byte(signed ? 2 : 1).isDigit {
                offset += signed ? 2 : 1
                skipDigits()
            }
        }
        if let (scalar, _) = currentScalar(), scalar.startsName {
            throw ExpressionIssue(
                .expressionSyntax,
                "a name cannot start with a digit",
                at: start..<offset,
                help: "put the name in double quotes"
            )
        }
        return .number(String(decoding: bytes[start..<offset], as: UTF8.self))
    }

    private mutating func skipDigits() {
        while byte().isDigit { offset += 1 }
    }

    private mutating func word() -> Token.Kind {
        let start = offset
        while let (scalar, length) = currentScalar(), scalar.continuesName { offset += length }
        return .word(String(decoding: bytes[start..<offset], as: UTF8.self))
    }

    private mutating func symbol() throws(ExpressionIssue) -> Token.Kind {
        let pair = String(decoding: bytes[offset..<min(offset + 2, bytes.count)], as: UTF8.self)
        if ["||", "<>", "!=", "<=", ">=", "::", "->"].contains(pair) {
            offset += 2
            return .symbol(pair)
        }
        guard let (scalar, length) = currentScalar() else {
            throw ExpressionIssue(.expressionSyntax, "bytes that are not text", at: offset..<offset + 1)
        }
        guard "()[],.+-*/%=<>".unicodeScalars.contains(scalar) else {
            throw ExpressionIssue(
                .expressionSyntax,
                "unexpected character '\(scalar)'",
                at: offset..<offset + length,
                help: helpOnStray(for: scalar)
            )
        }
        offset += length
        return .symbol(String(scalar))
    }

    private func helpOnStray(for scalar: Unicode.Scalar) -> Message? {
        switch scalar {
        case "‘", "’", "“", "”", "`": "write text in '…' and names in \"…\""
        case "$": "parameters are written without '$': params.date"
        case "&": "write 'and'"
        case "|": "write 'or', or '||' to join text"
        case "!": "write 'not' or '<>'"
        default: nil
        }
    }

    /// The character at the current offset and its length in bytes.
    private func currentScalar() -> (Unicode.Scalar, Int)? {
        guard offset < bytes.count else { return nil }
        if bytes[offset] < 0x80 { return (Unicode.Scalar(bytes[offset]), 1) }
        var decoder = UTF8()
        var iterator = bytes[offset..<min(offset + 4, bytes.count)].makeIterator()
        guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
        return (scalar, UTF8.width(scalar))
    }
}

extension UInt8 {
    var isDigit: Bool { self >= UInt8(ascii: "0") && self <= UInt8(ascii: "9") }
}

extension Unicode.Scalar {
    fileprivate var startsName: Bool { self == "_" || properties.isAlphabetic }
    fileprivate var continuesName: Bool {
        startsName || ("0"..."9").contains(self) || properties.generalCategory == .nonspacingMark
    }
}
