/// The lines of source that a span covers, each with its number and an underline.
struct SourceFrame {
    let span: Span
    let source: SourceText?
    let mark: Character
    let colour: TextStyle.Colour
    /// Of this file, what must not be shown.
    let hidden: [Span]

    /// The most lines drawn: of a longer span the first two and the last.
    private static let lineLimit = 4

    /// The widest line number drawn.
    var gutter: Int { String(shownLines.last ?? span.start.line).count }

    /// The place line, then the source lines. `gutter` is the width of the line numbers, shared by a finding's frames.
    func drawn(gutter: Int, _ style: TextStyle) -> [String] {
        let blank = String(repeating: " ", count: gutter)
        let place = printable(span.description, isASCII: style.isASCII)
        var drawn = [blank + style.painted("-->", .blue) + " " + place]
        guard let source else { return drawn }
        let bar = style.painted("|", .blue)
        drawn.append("\(blank) \(bar)")
        var previous: Int?
        for number in shownLines {
            if let previous, number > previous + 1 { drawn.append(style.painted("...", .blue)) }
            let label = String(repeating: " ", count: gutter - String(number).count) + String(number)
            let (text, underline) = underlined(number, of: source, room: max(20, style.width - gutter - 3), style)
            drawn.append("\(style.painted(label, .blue)) \(bar) \(text)".withoutTrailingBlanks)
            drawn.append("\(blank) \(bar) \(underline)")
            previous = number
        }
        return drawn
    }

    /// A span that ends before the first character of a line does not cover that line.
    private var lastLine: Int {
        span.end.column == 1 && span.end.line > span.start.line ? span.end.line - 1 : span.end.line
    }

    private var shownLines: [Int] {
        let all = span.start.line...max(span.start.line, lastLine)
        return all.count <= Self.lineLimit ? Array(all) : [all.lowerBound, all.lowerBound + 1, all.upperBound]
    }

    private func underlined(
        _ number: Int, of source: SourceText, room: Int, _ style: TextStyle
    ) -> (text: String, underline: String) {
        let line = source.line(number)
        var cells = terminalCells(line, isASCII: style.isASCII)
        var covered = span.coveredCells(number, of: line, count: cells.count)
        let secrets = hidden.filter { $0.start.line <= number && number <= $0.end.line }
            .map { $0.coveredCells(number, of: line, count: cells.count) }
        for secret in secrets.sorted(by: { $0.lowerBound > $1.lowerBound }) where !secret.isEmpty {
            hide(secret.clamped(to: cells.indices), of: &cells, covered: &covered, isASCII: style.isASCII)
        }
        let cut = SourceCut(cells, around: covered, room: room, ellipsis: style.ellipsis)
        let underline = String(repeating: mark, count: max(1, cut.coveredWidth))
        return (cut.text, String(repeating: " ", count: cut.indentation) + style.painted(underline, colour))
    }

    /// Puts a mark of one length in place of cells.
    private func hide(_ secret: Range<Int>, of cells: inout [TerminalCell], covered: inout Range<Int>, isASCII: Bool) {
        let mark = Array(repeating: TerminalCell(text: isASCII ? "*" : "•", width: 1), count: 3)
        cells.replaceSubrange(secret, with: mark)
        func moved(_ place: Int, within: Int) -> Int {
            if place <= secret.lowerBound { return place }
            return place >= secret.upperBound ? place - secret.count + mark.count : secret.lowerBound + within
        }
        let lower = moved(covered.lowerBound, within: 0)
        covered = lower..<max(lower, moved(covered.upperBound, within: mark.count))
    }
}

extension Span {
    /// Which scalars of a line it covers; the lines after the first start at their first word.
    fileprivate func coveredCells(_ number: Int, of line: String, count: Int) -> Range<Int> {
        let blanks = line.unicodeScalars.prefix { $0 == " " || $0 == "\t" }.count
        let first = number == start.line ? start.column - 1 : blanks
        let last = number == end.line ? end.column - 1 : count
        let lower = min(max(0, first), count)
        return lower..<max(lower, min(last, count))
    }
}
