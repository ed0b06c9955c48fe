import Reporting

/// Lays the lines of a YAML file out anew.
struct YAMLLayout {
    private let source: SourceText
    private let lines: [Line]
    private let blocks: [BlockMap.Block]
    /// For each line the line on which the text or bracket begins that it goes on with; nil for the others.
    private let beginnings: [Int?]
    private let opaque: [Range<Int>]
    private let keysByLine: [Int: [Range<Int>]]
    /// Lines that begin with the `-` of an item.
    private let dashes: Set<Int>

    private struct Line {
        /// Offset in the file.
        var start: Int
        /// Without line end and the blanks before it.
        var bytes: [UInt8]
        var indent: Int

        var isBlank: Bool { indent == bytes.count }
        var isComment: Bool { !isBlank && bytes[indent] == UInt8(ascii: "#") }
    }

    init(_ source: SourceText, _ map: BlockMap) {
        self.source = source
        blocks = map.blocks
        opaque = map.opaque
        var start = 0
        var lines: [Line] = []
        for raw in source.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            let bytes = Array(raw.reversed().drop { $0 == blank || $0 == 0x0D || $0 == 0x09 }.reversed())
            lines.append(Line(start: start, bytes: bytes, indent: bytes.prefix { $0 == blank }.count))
            start += raw.count + 1
        }
        self.lines = lines
        var beginnings: [Int?] = Array(repeating: nil, count: lines.count)
        for range in map.opaque where !range.isEmpty {
            let first = source.position(at: range.lowerBound).line - 1
            let last = source.position(at: range.upperBound - 1).line - 1
            for line in first..<max(first, last) where line + 1 < lines.count { beginnings[line + 1] = first }
        }
        self.beginnings = beginnings
        dashes = Set(
            map.blocks.filter(\.isSequence).flatMap { block in
                block.lines.filter { lines[$0].indent == block.column }
            })
        keysByLine = Dictionary(grouping: map.keys) { source.position(at: $0.lowerBound).line - 1 }
    }

    func text() -> [UInt8] {
        let indents = canonicalIndents()
        var output: [UInt8] = []
        var pendingBlank = false
        for (number, line) in lines.enumerated() {
            if let beginning = beginnings[number] {
                let shift = indents[beginning] - lines[beginning].indent
                output += line.isBlank ? [] : Array(repeating: blank, count: max(0, line.indent + shift))
                output += line.bytes[line.indent...] + [newline]
                continue
            }
            if line.isBlank {
                pendingBlank = !output.isEmpty
                continue
            }
            if pendingBlank { output.append(newline) }
            pendingBlank = false
            output += Array(repeating: blank, count: indents[number])
            output += respaced(number) + [newline]
        }
        return output
    }

    /// The blanks that each line should begin with. Comments go with the line below them.
    private func canonicalIndents() -> [Int] {
        var indents = lines.map(\.indent)
        var innermost: [Int?] = Array(repeating: nil, count: lines.count)
        for (place, block) in blocks.enumerated() {
            for line in block.lines where lines[line].indent >= block.column { innermost[line] = place }
        }
        var below: Int?
        for number in lines.indices.reversed() where isFree(number) {
            let old = lines[number].indent
            if !lines[number].isComment {
                indents[number] = canonical(old, in: innermost[number])
                below = number
            } else if let below, lines[below].indent == old {
                indents[number] = indents[below]
            } else {
                let above = lines[..<number].indices.last { isFree($0) && !lines[$0].isComment }
                indents[number] = canonical(old, in: above.flatMap { innermost[$0] })
            }
        }
        return indents
    }

    /// Whether a line begins with something of its own.
    private func isFree(_ number: Int) -> Bool { beginnings[number] == nil && !lines[number].isBlank }

    /// What so many blanks become in a block, or in the nearest around it that is not further in.
    private func canonical(_ indent: Int, in block: Int?) -> Int {
        var block = block
        while let place = block, blocks[place].column > indent { block = blocks[place].outer }
        guard let block else { return 0 }
        return indent - blocks[block].column + blocks[block].canonicalColumn
    }

    /// A line after its indentation, with one blank after each `-` and `:` and two before a comment.
    private func respaced(_ number: Int) -> [UInt8] {
        let line = lines[number]
        if line.isComment { return Self.comment(line.bytes[line.indent...]) }
        var edits: [(range: Range<Int>, text: [UInt8])] = []
        if line.bytes[line.indent] == UInt8(ascii: "-"), dashes.contains(number) {
            let rest = line.bytes[(line.indent + 1)...].prefix { $0 == blank }.count
            if rest > 1 { edits.append((line.indent + 1..<line.indent + 1 + rest, [blank])) }
        }
        for key in keysByLine[number, default: []] { edits += colonEdit(after: key.upperBound - line.start, in: line) }
        if let mark = commentStart(in: line) {
            let gap = line.bytes[..<mark].reversed().prefix { $0 == blank }.count
            edits.append(
                (
                    mark - gap..<line.bytes.count,
                    Array(repeating: blank, count: max(2, gap)) + Self.comment(line.bytes[mark...])
                ))
        }
        var bytes = line.bytes
        for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) {
            bytes.replaceSubrange(edit.range, with: edit.text)
        }
        return Array(bytes[line.indent...])
    }

    private func colonEdit(after end: Int, in line: Line) -> [(range: Range<Int>, text: [UInt8])] {
        guard end <= line.bytes.count else { return [] }
        let before = line.bytes[end...].prefix { $0 == blank }.count
        let colon = end + before
        guard colon < line.bytes.count, line.bytes[colon] == UInt8(ascii: ":") else { return [] }
        let after = line.bytes[(colon + 1)...].prefix { $0 == blank }.count
        let next = colon + 1 + after
        let isLast = next == line.bytes.count || line.bytes[next] == UInt8(ascii: "#")
        return [(end..<(isLast ? colon + 1 : next), isLast ? [UInt8(ascii: ":")] : [UInt8(ascii: ":"), blank])]
    }

    /// Where a comment begins behind something else.
    private func commentStart(in line: Line) -> Int? {
        var place = line.indent
        while let mark = line.bytes[place...].firstIndex(of: UInt8(ascii: "#")) {
            let offset = line.start + mark
            if mark > 0, line.bytes[mark - 1] == blank, !isOpaque(offset) { return mark }
            place = mark + 1
        }
        return nil
    }

    private func isOpaque(_ offset: Int) -> Bool {
        var low = 0
        var high = opaque.count
        while low < high {
            let middle = (low + high) / 2
            if opaque[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low < opaque.count && opaque[low].contains(offset)
    }

    /// `#` and a blank before its text; `#!` and rows of `#` stay.
    private static func comment(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
        guard let next = bytes.dropFirst().first, next != blank, next != UInt8(ascii: "#"), next != UInt8(ascii: "!")
        else {
            return Array(bytes)
        }
        return [UInt8(ascii: "#"), blank] + bytes.dropFirst()
    }
}

private let blank = UInt8(ascii: " ")
private let newline = UInt8(ascii: "\n")
