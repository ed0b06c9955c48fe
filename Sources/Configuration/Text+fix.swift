package import Reporting

extension Text {
    /// The fix that puts something else in place of a part of the text.
    ///
    /// Nil where it is not certain which bytes to change: the part does not stand letter by letter in the file (an
    /// escape, an interpolation, a fold), or what would stand there may mean something else to YAML.
    ///
    /// - Parameter range: UTF-8 offsets in the text.
    package func fix(
        _ applicability: Fix.Applicability, _ title: Message, replacing range: Range<Int>, by replacement: String
    ) -> Fix? {
        guard !isSecret, standsVerbatim(range) else { return nil }
        let replaced = String(decoding: Array(string.utf8)[range], as: UTF8.self)
        let isPlain = replacement.allSatisfy { !meaningful.contains($0) || replaced.contains($0) }
        guard isPlain else { return nil }
        return Fix(applicability, title, [TextEdit(span(of: range), replacement)])
    }

    /// The fix of a misspelt name that is the whole text.
    package func fix(respelling name: String) -> Fix? {
        fix(.unsafe, "replace '\(self)' by '\(name)'", replacing: 0..<string.utf8.count, by: name)
    }

    private func standsVerbatim(_ range: Range<Int>) -> Bool {
        guard !range.isEmpty, range.upperBound <= string.utf8.count, let piece = places.piece(at: range.lowerBound),
            piece.end == nil
        else { return false }
        return !places.pieces.contains { range.lowerBound < $0.start && $0.start < range.upperBound }
    }
}

/// Characters that end or escape something in one of YAML's ways to write text.
private let meaningful: Set<Character> = [
    "\"", "'", "\\", "\n", ":", "#", "{", "}", "[", "]", ",", "&", "!", "|", "%", "@", "`",
]
