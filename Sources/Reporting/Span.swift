/// A place in a text file.
package struct Position: Hashable, Sendable {
    /// 1-based.
    package var line: Int
    /// 1-based, in Unicode scalars, as editors count.
    package var column: Int
    /// 0-based, in UTF-8 bytes from the start of the file.
    package var offset: Int

    package init(line: Int, column: Int, offset: Int) {
        self.line = line
        self.column = column
        self.offset = offset
    }

    package static let start = Position(line: 1, column: 1, offset: 0)
}

extension Position: Comparable {
    package static func < (a: Position, b: Position) -> Bool { a.offset < b.offset }
}

/// A half-open stretch of one file: `end` is the place after the last character.
package struct Span: Hashable, Sendable {
    /// Path of the file, relative to the project's folder, with `/`.
    package var file: String
    package var start: Position
    package var end: Position

    package init(file: String, start: Position, end: Position) {
        self.file = file
        self.start = start
        self.end = end
    }

    /// The first character of a file: where a finding about the file itself points.
    package static func startOf(_ file: String) -> Span { Span(file: file, start: .start, end: .start) }

    package func contains(_ other: Span) -> Bool {
        file == other.file && start.offset <= other.start.offset && other.end.offset <= end.offset
    }
}

extension Span: Comparable {
    package static func < (a: Span, b: Span) -> Bool {
        (a.file, a.start.offset, a.end.offset) < (b.file, b.start.offset, b.end.offset)
    }
}

extension Span: CustomStringConvertible {
    /// `file:line:column`, which editors and terminals turn into a link.
    package var description: String { "\(file):\(start.line):\(start.column)" }
}
