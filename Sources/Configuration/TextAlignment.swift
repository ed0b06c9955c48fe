import Reporting

/// Finds where each part of a scalar's text stands in the file by walking both side by side.
/// Where they cannot be matched, only the whole scalar's place is known.
func textPlaces(of text: String, style: Scalar.Style, in source: SourceText, at span: Span) -> TextPlaces {
    let isSingleLine = span.start.line == span.end.line
    if style == .plain, isSingleLine {
        return TextPlaces(span: span, pieces: [TextPlaces.Piece(start: 0, position: span.start)])
    }
    var alignment = Alignment(text: Array(text.utf8), source: source.utf8, span: span)
    let isMatched =
        switch style {
        case .plain: alignment.matchFlow(quote: nil)
        case .singleQuoted: alignment.matchFlow(quote: UInt8(ascii: "'"))
        case .doubleQuoted: alignment.matchFlow(quote: UInt8(ascii: "\""))
        case .literal, .folded: alignment.matchBlock()
        }
    return TextPlaces(span: span, pieces: isMatched ? alignment.pieces : [])
}

/// A walk over a text and its source.
private struct Alignment {
    let text: [UInt8]
    let source: [UInt8]
    /// Where the source of the scalar ends.
    let limit: Int
    var pieces: [TextPlaces.Piece] = []
    private var written = 0
    private var place: Position
    /// Blanks before this offset are known not to end in a break, so that a long run is looked at once.
    private var blanksSeen = 0

    init(text: [UInt8], source: [UInt8], span: Span) {
        self.text = text
        self.source = source
        limit = span.end.offset
        place = span.start
    }

    // MARK: Quoted and plain

    mutating func matchFlow(quote: UInt8?) -> Bool {
        if quote != nil { advance(1) }
        let end = quote == nil ? limit : limit - 1
        pieces.append(TextPlaces.Piece(start: 0, position: place))
        while place.offset < end {
            let byte = source[place.offset]
            if byte == UInt8(ascii: "'"), quote == byte {
                match(1, sourceLength: 2)
            } else if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
                guard matchEscape(before: end) else { return false }
            } else if isBreakAhead(before: end) {
                guard matchFold(before: end) else { return false }
            } else {
                guard written < text.count, text[written] == byte else { return false }
                written += 1
                advance(1)
            }
        }
        return written == text.count
    }

    /// Takes `count` bytes of the text that the source writes in another way.
    private mutating func match(_ count: Int, sourceLength: Int) {
        let start = place
        advance(sourceLength)
        pieces.append(TextPlaces.Piece(start: written, position: start, end: place))
        written += count
        pieces.append(TextPlaces.Piece(start: written, position: place))
    }

    private mutating func matchEscape(before end: Int) -> Bool {
        guard place.offset + 1 < end else { return false }
        let length: Int
        switch source[place.offset + 1] {
        case UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            advance(1)
            skipBlanksAndBreaks(before: end)
            pieces.append(TextPlaces.Piece(start: written, position: place))
            return true
        case UInt8(ascii: "x"): length = 4
        case UInt8(ascii: "u"): length = SurrogatePair(source, at: place.offset) == nil ? 6 : SurrogatePair.length
        case UInt8(ascii: "U"): length = 10
        default: length = 2
        }
        guard written < text.count, place.offset + length <= end else { return false }
        match(characterLength(text[written]), sourceLength: length)
        return true
    }

    private func characterLength(_ first: UInt8) -> Int {
        switch first {
        case 0xF0...: 4
        case 0xE0...: 3
        case 0xC0...: 2
        default: 1
        }
    }

    /// Whether blanks up to a line break follow: they are folded away.
    private mutating func isBreakAhead(before end: Int) -> Bool {
        guard place.offset >= blanksSeen else { return false }
        var at = place.offset
        while at < end, isBlank(source[at]) { at += 1 }
        blanksSeen = at
        return at < end && isBreak(source[at])
    }

    /// One break reads as a space, more as one break less.
    private mutating func matchFold(before end: Int) -> Bool {
        let start = place
        skipBlanksAndBreaks(before: end)
        let from = written
        if written < text.count, text[written] == UInt8(ascii: " ") {
            written += 1
        } else {
            while written < text.count, isBreak(text[written]) { written += 1 }
            guard written > from else { return false }
        }
        pieces.append(TextPlaces.Piece(start: from, position: start, end: place))
        pieces.append(TextPlaces.Piece(start: written, position: place))
        return true
    }

    // MARK: Blocks

    /// Lines of the source, less their indentation, must follow each other in the text.
    mutating func matchBlock() -> Bool {
        skipLine()
        let indentation = blockIndentation()
        while written < text.count, place.offset < limit {
            var blanks = 0
            while blanks < indentation, place.offset < limit, source[place.offset] == UInt8(ascii: " ") {
                advance(1)
                blanks += 1
            }
            let content = place.offset..<lineEnd(from: place.offset)
            if content.isEmpty {
                skipLine()
                continue
            }
            let from = written
            while written < text.count, isBreak(text[written]) { written += 1 }
            if from == written, from > 0, text[written] == UInt8(ascii: " ") { written += 1 }
            guard text[written...].starts(with: source[content]) else { return false }
            pieces.append(TextPlaces.Piece(start: written, position: place))
            written += content.count
            skipLine()
        }
        return text[written...].allSatisfy(isBreak)
    }

    /// Of the first line that holds something.
    private func blockIndentation() -> Int {
        var at = place.offset
        while at < limit {
            let end = lineEnd(from: at)
            let blanks = source[at..<end].prefix { $0 == UInt8(ascii: " ") }.count
            if blanks < end - at { return min(blanks, declared(at: at) ?? blanks) }
            at = end
            while at < limit, isBreak(source[at]) { at += 1 }
        }
        return 0
    }

    /// Text that starts with a blank has an indentation indicator: the rest of the first line's blanks belongs to it.
    private func declared(at start: Int) -> Int? {
        let textBlanks = text.drop(while: isBreak).prefix { $0 == UInt8(ascii: " ") }.count
        guard textBlanks > 0 else { return nil }
        return source[start...].prefix { $0 == UInt8(ascii: " ") }.count - textBlanks
    }

    private func lineEnd(from start: Int) -> Int {
        var at = start
        while at < limit, !isBreak(source[at]) { at += 1 }
        return at
    }

    // MARK: Steps

    private mutating func skipLine() {
        advance(lineEnd(from: place.offset) - place.offset)
        if place.offset < limit, source[place.offset] == UInt8(ascii: "\r") { advance(1) }
        if place.offset < limit, source[place.offset] == UInt8(ascii: "\n") { advance(1) }
    }

    private mutating func skipBlanksAndBreaks(before end: Int) {
        while place.offset < end, isBlank(source[place.offset]) || isBreak(source[place.offset]) { advance(1) }
    }

    private mutating func advance(_ count: Int) {
        for byte in source[place.offset..<min(source.count, place.offset + count)] {
            place.offset += 1
            if byte == UInt8(ascii: "\n") {
                place.line += 1
                place.column = 1
            } else if byte & 0xC0 != 0x80 {
                place.column += 1
            }
        }
    }
}

private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

private func isBreak(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
