import Kinds
import Reporting

extension SourceText {
    /// The text with edits that do not overlap.
    func applying(_ edits: [TextEdit]) -> SourceText {
        let sorted = edits.sorted {
            ($0.range.lowerBound, $0.range.upperBound) < ($1.range.lowerBound, $1.range.upperBound)
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(utf8.count)
        var copied = 0
        for edit in sorted where edit.range.lowerBound >= copied && edit.range.upperBound <= utf8.count {
            bytes += utf8[copied..<edit.range.lowerBound]
            bytes += edit.replacement.utf8
            copied = edit.range.upperBound
        }
        bytes += utf8[copied...]
        return SourceText(path: path, utf8: bytes)
    }
}

extension ProjectFiles {
    /// The files with fixes that do not overlap; other files stay as they are.
    func applying(_ fixes: [Fix]) -> ProjectFiles {
        let edits = Dictionary(grouping: fixes.flatMap(\.edits), by: \.file)
        return with(sources.map { source in edits[source.path].map(source.applying) ?? source })
    }
}
