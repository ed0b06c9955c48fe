package import Reporting

/// Text of a project after interpolation, with its place. A secret never prints.
package struct Text: Hashable, Sendable {
    /// The text itself, also of a secret: show `description` to people.
    package let string: String
    package let isSecret: Bool
    /// Names left in `string` for later: `${table}` of a template.
    package let holes: [Hole]
    package let places: TextPlaces

    package struct Hole: Hashable, Sendable {
        package let name: String
        /// UTF-8 offsets of `${name}` in the text.
        package let range: Range<Int>
    }

    package init(_ string: String, isSecret: Bool = false, holes: [Hole] = [], places: TextPlaces) {
        self.string = string
        self.isSecret = isSecret
        self.holes = holes
        self.places = places
    }

    package init(_ string: String, at span: Span) {
        self.init(string, places: TextPlaces(span: span))
    }

    package var span: Span { places.span }

    /// The place of a part of the text, given in UTF-8 offsets. What came out of `${…}` has the place of the `${…}`.
    package func span(of utf8Range: Range<Int>) -> Span { places.span(of: utf8Range, in: string) }

    /// A part of the text, given in UTF-8 offsets, as a text of its own.
    package func part(_ utf8Range: Range<Int>) -> Text {
        let bytes = Array(string.utf8)[utf8Range]
        let pieces = places.pieces(of: utf8Range, in: string, movedTo: 0)
        return Text(
            String(decoding: bytes, as: UTF8.self), isSecret: isSecret,
            places: TextPlaces(span: span(of: utf8Range), pieces: pieces))
    }

    /// The text with the holes of a template filled. Names without a value stay as they are.
    package func filling(_ values: [String: String]) -> Text {
        guard !holes.isEmpty else { return self }
        let bytes = Array(string.utf8)
        var filled: [UInt8] = []
        var left: [Hole] = []
        var copied = 0
        for hole in holes {
            filled += bytes[copied..<hole.range.lowerBound]
            let start = filled.count
            filled += values[hole.name].map { Array($0.utf8) } ?? Array(bytes[hole.range])
            if values[hole.name] == nil { left.append(Hole(name: hole.name, range: start..<filled.count)) }
            copied = hole.range.upperBound
        }
        filled += bytes[copied...]
        return Text(
            String(decoding: filled, as: UTF8.self),
            isSecret: isSecret,
            holes: left,
            places: TextPlaces(span: span)
        )
    }
}

extension Text: CustomStringConvertible, CustomDebugStringConvertible {
    package var description: String { isSecret ? "•••" : string }
    package var debugDescription: String { description }
}

extension Text: CustomReflectable {
    /// `dump` and string interpolation of a value that holds a text must not print it either.
    package var customMirror: Mirror { Mirror(self, children: ["string": description]) }
}
