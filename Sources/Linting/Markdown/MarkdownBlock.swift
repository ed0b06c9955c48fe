package import Reporting

/// A fenced block of a Markdown file.
package struct MarkdownBlock: Hashable, Sendable {
    /// The words after the fence: `yaml`, `pipeline`.
    package var words: [String]
    /// 1-based line of its first line of text.
    package var firstLine: Int
    /// Its bytes in the file, line by line, without the fence's indentation and the line ends.
    package var lines: [Range<Int>]
}

/// The fenced blocks of a text. A fence is closed by one at least as long, or by the end of the text.
package func markdownBlocks(in source: SourceText) -> [MarkdownBlock] {
    var blocks: [MarkdownBlock] = []
    var open: (fence: Substring, indent: Int, block: MarkdownBlock)?
    for number in 1...source.lineCount {
        let range = source.range(ofLine: number)
        let text = source.line(number)
        let indent = text.utf8.prefix { $0 == UInt8(ascii: " ") }.count
        let line = text.dropFirst(indent)
        if var current = open {
            let mark = current.fence.first ?? "`"
            let closing = line.prefix { $0 == mark }
            if closing.count >= current.fence.count, line.allSatisfy({ $0 == mark || $0 == " " }) {
                blocks.append(current.block)
                open = nil
            } else {
                let inset = min(indent, current.indent)
                current.block.lines.append(range.lowerBound + inset..<max(range.lowerBound + inset, range.upperBound))
                open = current
            }
        } else if let mark = line.first, mark == "`" || mark == "~" {
            let fence = line.prefix { $0 == mark }
            guard fence.count >= 3 else { continue }
            let words = line.dropFirst(fence.count).split(separator: " ").map(String.init)
            open = (fence, indent, MarkdownBlock(words: words, firstLine: number + 1, lines: []))
        }
    }
    if let open { blocks.append(open.block) }
    return blocks
}
