/// One file's text with the places of its lines.
package struct SourceText: Sendable {
    package let path: String
    package let utf8: [UInt8]
    /// Offsets of the first byte of each line.
    private let lineStarts: [Int]

    package init(path: String, text: String) {
        self.init(path: path, utf8: Array(text.utf8))
    }

    package init(path: String, utf8: [UInt8]) {
        self.path = path
        self.utf8 = utf8
        var starts = [0]
        for (offset, byte) in utf8.enumerated() where byte == UInt8(ascii: "\n") { starts.append(offset + 1) }
        lineStarts = starts
    }

    package var lineCount: Int { lineStarts.count }

    /// The text of a 1-based line without its line end; empty past the last line.
    package func line(_ number: Int) -> String { String(decoding: utf8[range(ofLine: number)], as: UTF8.self) }

    /// The bytes of a 1-based line without its line end; empty, at the end, past the last line.
    package func range(ofLine number: Int) -> Range<Int> {
        guard number >= 1, number <= lineStarts.count else { return utf8.count..<utf8.count }
        let start = lineStarts[number - 1]
        var end = number < lineStarts.count ? lineStarts[number] - 1 : utf8.count
        if end > start, utf8[end - 1] == UInt8(ascii: "\r") { end -= 1 }
        return start..<end
    }

    /// O(log lines + the line's length). Offsets past the end give the end.
    package func position(at offset: Int) -> Position {
        let offset = min(max(0, offset), utf8.count)
        var low = 0
        var high = lineStarts.count
        while low + 1 < high {
            let middle = (low + high) / 2
            if lineStarts[middle] <= offset { low = middle } else { high = middle }
        }
        let scalars = utf8[lineStarts[low]..<offset].count { $0 & 0xC0 != 0x80 }
        return Position(line: low + 1, column: scalars + 1, offset: offset)
    }

    package func span(_ range: Range<Int>) -> Span {
        Span(file: path, start: position(at: range.lowerBound), end: position(at: range.upperBound))
    }
}
