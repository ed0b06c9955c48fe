package import Reporting

extension SourceText {
    /// Takes an entry out: its lines where it has them to itself, and with a comma in braces or brackets. Nil where
    /// something else stands on its lines.
    ///
    /// - Parameter span: from the start of the key to the end of the value.
    package func removal(of span: Span) -> TextEdit? {
        guard !path.hasSuffix(".json") else { return nil }
        let start = span.start.offset
        var end = span.end.offset
        // Behind a key without a value.
        if existingByte(at: end) == UInt8(ascii: ":") { end += 1 }
        let next = skippingBlanks(from: end)
        let before = blanksStart(before: start)
        let isFirstOfLine = before == 0 || utf8[before - 1] == UInt8(ascii: "\n")
        if existingByte(at: next) == UInt8(ascii: ",") {
            let after = skippingBlanks(from: next + 1)
            return isFirstOfLine && isLineEnd(after) ? removalOfLines(from: before, to: after) : edit(start..<after)
        }
        if isFirstOfLine { return isLineEnd(next) ? removalOfLines(from: before, to: next) : nil }
        guard existingByte(at: next).map("}]".utf8.contains) == true, before > 0 else { return nil }
        return switch utf8[before - 1] {
        case UInt8(ascii: ","): edit(before - 1..<end)
        case UInt8(ascii: "{"), UInt8(ascii: "["): edit(start..<end)
        default: nil
        }
    }

    /// Takes out `&name` and the blanks that set it off.
    func removal(ofAnchor span: Span) -> TextEdit {
        let end = skippingBlanks(from: span.end.offset)
        let start = isLineEnd(end) ? blanksStart(before: span.start.offset) : span.start.offset
        return edit(start..<(isLineEnd(end) ? span.end.offset : end))
    }

    private func edit(_ range: Range<Int>) -> TextEdit { TextEdit(file: path, range: range, replacement: "") }

    /// Up to the end of the line of `end`, with a comment that stands there.
    private func removalOfLines(from start: Int, to end: Int) -> TextEdit {
        edit(start..<(utf8[end...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? utf8.count))
    }

    private func existingByte(at offset: Int) -> UInt8? { offset < utf8.count ? utf8[offset] : nil }

    func isLineEnd(_ offset: Int) -> Bool {
        guard offset < utf8.count else { return true }
        return "\r\n#".utf8.contains(utf8[offset])
    }

    func skippingBlanks(from offset: Int) -> Int {
        utf8[min(offset, utf8.count)...].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }
            ?? utf8.count
    }

    /// Where the blanks before an offset begin.
    func blanksStart(before offset: Int) -> Int {
        var start = offset
        while start > 0, utf8[start - 1] == UInt8(ascii: " ") || utf8[start - 1] == UInt8(ascii: "\t") { start -= 1 }
        return start
    }
}
