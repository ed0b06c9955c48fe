import Reporting

/// A line that begins too far left, so that the lines below it, which were meant beside it, fit nowhere:
///
///     sources:
///       orders: …
///     users:
///         csv: …
///       products: …
struct IndentationSlip {
    /// Of the line that slipped.
    private let line: Int
    /// How far it begins, and should begin.
    private let indents: (written: Int, meant: Int)
    /// Of the line that fits nowhere.
    private let victim: Int

    /// Nil where the line at which the parser gave up does not tell of such a slip.
    init?(at offset: Int, in source: SourceText) {
        victim = source.position(at: offset).line
        guard let meant = source.indent(ofLine: victim), meant > 0 else { return nil }
        let above = (1..<victim).reversed().compactMap { number in
            source.indent(ofLine: number).map { (line: number, indent: $0) }
        }
        // All between the two is deeper, and above the slip there is a line where it was meant, or a key without a value.
        guard let slip = above.firstIndex(where: { $0.indent <= meant }), slip > 0, above[slip].indent < meant,
            let home = above[(slip + 1)...].firstIndex(where: { $0.indent <= meant }),
            above[home].indent == meant
                || home == slip + 1 && above[home].indent == above[slip].indent && source.opensBlock(above[home].line),
            above[..<slip].allSatisfy({ $0.indent > meant })
        else { return nil }
        line = above[slip].line
        indents = (above[slip].indent, meant)
    }

    func finding(in source: SourceText) -> Diagnostic {
        let range = source.range(ofLine: line)
        let start = range.lowerBound + indents.written
        let end = source.utf8[start..<range.upperBound].firstIndex(of: UInt8(ascii: ":")) ?? range.upperBound
        let key = String(decoding: source.utf8[start..<end], as: UTF8.self)
        let place = source.range(ofLine: victim).lowerBound + indents.meant
        let blanks = String(repeating: " ", count: indents.meant - indents.written)
        return Diagnostic(
            .yamlParse,
            "'\(key)' begins further left than what stands around it",
            at: source.span(start..<end),
            notes: [.init("this line then fits nowhere", at: source.word(at: place))],
            help: "indent it to column \(indents.meant + 1)",
            fix: Fix(
                .unsafe, "indent it to column \(indents.meant + 1)",
                [TextEdit(file: source.path, range: start..<start, replacement: blanks)])
        )
    }
}

extension SourceText {
    /// Whether a key stands alone on a line.
    fileprivate func opensBlock(_ line: Int) -> Bool {
        utf8[range(ofLine: line)].prefix { $0 != UInt8(ascii: "#") }.last { $0 != UInt8(ascii: " ") }
            == UInt8(ascii: ":")
    }

    /// Blanks before the first word of a line; nil where it has none, or only a comment.
    fileprivate func indent(ofLine number: Int) -> Int? {
        let bytes = utf8[range(ofLine: number)]
        guard let first = bytes.firstIndex(where: { $0 != UInt8(ascii: " ") }), bytes[first] != UInt8(ascii: "#") else {
            return nil
        }
        return first - bytes.startIndex
    }
}
