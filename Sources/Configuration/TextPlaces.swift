package import Reporting

/// Maps UTF-8 offsets of a text to the places they were read from.
package struct TextPlaces: Sendable, Hashable {
    /// The source of the text from `start` up to the next piece.
    package struct Piece: Sendable, Hashable {
        /// UTF-8 offset in the text.
        package let start: Int
        package let position: Position
        /// Where the source of the piece ends when it does not stand letter by letter in the file
        /// (an escape, an interpolation, a fold); nil when it does.
        package let end: Position?

        package init(start: Int, position: Position, end: Position? = nil) {
            self.start = start
            self.position = position
            self.end = end
        }
    }

    /// Of the whole scalar.
    package let span: Span
    /// By `start`; empty when only the whole is known.
    package let pieces: [Piece]

    package init(span: Span, pieces: [Piece] = []) {
        self.span = span
        self.pieces = pieces
    }

    /// The place of a part of `text`, which must be the text the places belong to.
    package func span(of range: Range<Int>, in text: String) -> Span {
        guard let first = piece(at: range.lowerBound), let last = piece(at: max(range.lowerBound, range.upperBound - 1))
        else { return span }
        let start = exactPosition(range.lowerBound, in: first, of: text)
        let end = last.end ?? exactPosition(range.upperBound, in: last, of: text)
        return Span(file: span.file, start: start, end: max(start, end))
    }

    package func piece(at offset: Int) -> Piece? {
        pieces.last { $0.start <= offset }
    }

    /// The pieces of a part of `text`, for another text in which that part starts at `start`.
    func pieces(of range: Range<Int>, in text: String, movedTo start: Int) -> [Piece] {
        guard let first = piece(at: range.lowerBound) else { return [] }
        let head = Piece(start: start, position: exactPosition(range.lowerBound, in: first, of: text), end: first.end)
        let rest = pieces.filter { range.lowerBound < $0.start && $0.start < range.upperBound }
        return [head]
            + rest.map { Piece(start: $0.start - range.lowerBound + start, position: $0.position, end: $0.end) }
    }

    private func exactPosition(_ offset: Int, in piece: Piece, of text: String) -> Position {
        guard piece.end == nil, offset > piece.start else { return piece.position }
        let between = text.utf8.dropFirst(piece.start).prefix(offset - piece.start)
        return Position(
            line: piece.position.line,
            column: piece.position.column + between.count { $0 & 0xC0 != 0x80 },
            offset: piece.position.offset + between.count
        )
    }
}
