import Reporting

extension SourceText {
    /// Indents with spaces what is indented with tabs; nil where a line has both, so that its depth would be a guess.
    var untabbed: Fix? {
        var tabs: [Range<Int>] = []
        var step: Int?
        var start = 0
        while start < utf8.count {
            let end = utf8[start...].firstIndex(of: UInt8(ascii: "\n")) ?? utf8.count
            let blanks = utf8[start..<end].prefix { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            let isEmpty = utf8[blanks.endIndex..<end].allSatisfy { $0 == UInt8(ascii: "\r") }
            if !isEmpty, let first = blanks.first {
                guard blanks.allSatisfy({ $0 == first }) else { return nil }
                if first == UInt8(ascii: "\t") {
                    tabs.append(blanks.indices)
                } else {
                    step = min(step ?? .max, blanks.count)
                }
            }
            start = end + 1
        }
        guard !tabs.isEmpty else { return nil }
        let edits = tabs.map { range in
            TextEdit(file: path, range: range, replacement: String(repeating: " ", count: range.count * (step ?? 2)))
        }
        return Fix(.safe, "indent with spaces", edits)
    }
}
