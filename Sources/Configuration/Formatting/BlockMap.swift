import Reporting

/// Which lines of a YAML file belong to which list or mapping, and what on them is not to be touched. Lines count from 0,
/// places are UTF-8 offsets.
struct BlockMap {
    /// A list or mapping written with indentation.
    struct Block {
        var lines: ClosedRange<Int>
        /// Blanks before its keys or dashes: as written, and as they should be.
        var column: Int
        var canonicalColumn: Int
        var isSequence: Bool
        /// Place of the block around it.
        var outer: Int?
    }

    /// Outer before inner, by place.
    private(set) var blocks: [Block] = []
    /// Scalars, and lists and mappings in brackets; ascending.
    private(set) var opaque: [Range<Int>] = []
    /// Keys of block mappings.
    private(set) var keys: [Range<Int>] = []
    private var open: [Frame] = []

    private struct Frame {
        var isMapping: Bool
        var isFlow: Bool
        var start: Int
        var children = 0
        var end = 0
        /// Place in `blocks`; nil in brackets.
        var block: Int?
    }

    /// Nil where the file does not parse.
    init?(_ source: SourceText) {
        var events = YAMLEvents(YAMLInput(source))
        do throws(YAMLProblem) {
            while true {
                let event = try events.next()
                if case .streamEnd = event.kind { break }
                take(event, in: source)
            }
        } catch {
            return nil
        }
        opaque.sort { $0.lowerBound < $1.lowerBound }
    }

    private mutating func take(_ event: YAMLEvent, in source: SourceText) {
        switch event.kind {
        case .documentStart, .streamEnd, .other: break
        case .alias: leaf(event.start..<event.end)
        case .scalar(_, let style, _, _):
            let start = source.utf8.contentStart(from: event.start, to: event.end)
            var end = event.end
            if style == .literal || style == .folded {
                while end > start, source.utf8[end - 1] <= UInt8(ascii: " ") { end -= 1 }
            }
            leaf(event.start..<max(event.start, end))
        case .collectionStart(let form, _): begin(form, at: event, in: source)
        case .collectionEnd: endCollection(event, in: source)
        }
    }

    private mutating func leaf(_ range: Range<Int>) {
        if let last = open.last {
            if !last.isFlow {
                if last.isMapping, last.children.isMultiple(of: 2) { keys.append(range) }
                opaque.append(range)
            }
            open[open.count - 1].children += 1
            open[open.count - 1].end = range.upperBound
        } else {
            opaque.append(range)
        }
    }

    private mutating func begin(_ form: CollectionForm, at event: YAMLEvent, in source: SourceText) {
        var frame = Frame(isMapping: form.isMapping, isFlow: form.isFlow, start: event.start, end: event.end)
        if !form.isFlow {
            let start = source.position(at: source.utf8.contentStart(from: event.start, to: source.utf8.count))
            let outer = open.last.flatMap(\.block)
            frame.block = blocks.count
            let line = start.line - 1
            blocks.append(
                Block(
                    lines: line...line, column: start.column - 1,
                    canonicalColumn: canonicalColumn(in: outer), isSequence: !form.isMapping, outer: outer))
        }
        open.append(frame)
    }

    /// Where what stands in a block begins, in the layout that is wanted.
    private func canonicalColumn(in outer: Int?) -> Int {
        guard let outer else { return 0 }
        return blocks[outer].canonicalColumn + 2
    }

    private mutating func endCollection(_ event: YAMLEvent, in source: SourceText) {
        guard let frame = open.popLast() else { return }
        let end = frame.isFlow ? event.end : frame.end
        if let block = frame.block {
            let first = blocks[block].lines.lowerBound
            blocks[block].lines = first...max(first, source.position(at: end).line - 1)
        } else if open.last?.isFlow != true {
            opaque.append(frame.start..<end)
        }
        guard !open.isEmpty else { return }
        open[open.count - 1].children += 1
        open[open.count - 1].end = end
    }
}
