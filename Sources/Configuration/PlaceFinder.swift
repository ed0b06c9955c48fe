import Reporting

/// Turns offsets, asked for roughly in order, into positions in time linear in the file, however long its lines.
struct PlaceFinder {
    let source: SourceText
    private var last = Position.start

    init(_ source: SourceText) { self.source = source }

    mutating func position(at offset: Int) -> Position {
        let offset = min(max(0, offset), source.utf8.count)
        last = offset < last.offset ? earlier(offset) : later(offset)
        return last
    }

    mutating func span(_ range: Range<Int>) -> Span {
        let start = position(at: range.lowerBound)
        return Span(file: source.path, start: start, end: position(at: range.upperBound))
    }

    private func later(_ offset: Int) -> Position {
        var place = last
        for byte in source.utf8[last.offset..<offset] {
            if byte == UInt8(ascii: "\n") {
                place.line += 1
                place.column = 1
            } else if byte & 0xC0 != 0x80 {
                place.column += 1
            }
        }
        place.offset = offset
        return place
    }

    private func earlier(_ offset: Int) -> Position {
        var place = last
        for byte in source.utf8[offset..<last.offset] {
            if byte == UInt8(ascii: "\n") { return source.position(at: offset) }
            if byte & 0xC0 != 0x80 { place.column -= 1 }
        }
        place.offset = offset
        return place
    }
}
