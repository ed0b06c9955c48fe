import Configuration
import Reporting

/// Where the keys, items and texts of a file stand.
struct NodePlaces {
    /// Keys and scalars, sorted, none inside another.
    private(set) var texts: [Range<Int>] = []
    /// `key: value` and list items by the line they begin on; of those of one line the outermost.
    private(set) var nodes: [Int: Range<Int>] = [:]

    /// - Parameter tree: nil for a file that does not parse, of which nothing is known.
    init(_ tree: Node?) {
        guard let tree else { return }
        visit(tree)
        texts.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    }

    private mutating func visit(_ node: Node) {
        switch node.content {
        case .scalar: add(text: node.span)
        case .sequence(let items):
            for item in items {
                place(item.span.start.offset..<item.span.end.offset, line: item.span.start.line)
                visit(item)
            }
        case .mapping(let entries):
            for entry in entries {
                let end = max(entry.keySpan.end.offset, entry.value.span.end.offset)
                let start = entry.keySpan.start.offset
                place(start..<max(start, end), line: entry.keySpan.start.line)
                add(text: entry.keySpan)
                visit(entry.value)
            }
        }
    }

    private mutating func add(text span: Span) {
        let range = span.start.offset..<span.end.offset
        if !range.isEmpty { texts.append(range) }
    }

    /// Outer nodes come first; what an alias stands for has its place already.
    private mutating func place(_ range: Range<Int>, line: Int) {
        if let known = nodes[line], known.lowerBound <= range.lowerBound { return }
        nodes[line] = range
    }
}
