import Reporting

/// A comment for the linter: `# esteira: ignore[EST3012, csv-dialect-unset] -- fixed vendor format`.
struct SuppressionComment: Hashable, Sendable {
    enum Verb: String, CaseIterable, Sendable {
        /// The node on the comment's line, or the one below a line of its own.
        case ignore
        /// The whole file.
        case fileIgnore = "file-ignore"
        /// From here on.
        case disable
        /// Ends what `disable` began.
        case enable
    }

    /// One word between the brackets, with its place.
    struct Target: Hashable, Sendable {
        var text: String
        var range: Range<Int>
    }

    var verb: Verb
    /// Empty where there are no brackets, or nothing in them: such a comment hides nothing.
    var targets: [Target]
    var reason: String?
    /// From `#` (or `--`, in SQL) to the end of the line.
    var range: Range<Int>
    /// Whether it is alone on its line.
    var isAlone: Bool
    /// It stands in the text of a query, where it covers lines.
    var isSQL: Bool
}

/// The comments for the linter, in the order of the file.
///
/// - Parameter texts: places of scalars, sorted and apart, in which `#` begins no comment.
func suppressionComments(in source: SourceText, texts: [Range<Int>]) -> [SuppressionComment] {
    var comments: [SuppressionComment] = []
    var lineStart = 0
    while lineStart < source.utf8.count {
        let lineEnd = source.utf8[lineStart...].firstIndex(of: UInt8(ascii: "\n")) ?? source.utf8.count
        let line = lineStart..<lineEnd
        if let found = source.firstRange(of: "esteira:", in: line),
            let comment = CommentReader(source, texts).comment(
                at: found.lowerBound, after: found.upperBound, line: line)
        {
            comments.append(comment)
        }
        lineStart = lineEnd + 1
    }
    return comments
}

private struct CommentReader {
    let utf8: [UInt8]
    let texts: [Range<Int>]

    init(_ source: SourceText, _ texts: [Range<Int>]) {
        utf8 = source.utf8
        self.texts = texts
    }

    func comment(at word: Int, after: Int, line: Range<Int>) -> SuppressionComment? {
        var mark = word
        while mark > line.lowerBound, utf8[mark - 1] == UInt8(ascii: " ") { mark -= 1 }
        guard mark > line.lowerBound, let start = markStart(endingAt: mark, line: line) else { return nil }
        let isSQL = utf8[start] == UInt8(ascii: "-")
        guard isSQL == isInText(start) else { return nil }
        var end = line.upperBound
        while end > start, utf8[end - 1] <= UInt8(ascii: " ") { end -= 1 }
        let isAlone = utf8[line.lowerBound..<start].allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
        return parsedComment(after..<end, range: start..<end, isAlone: isAlone)
    }

    /// Where `#` or `--` begins that ends at an offset.
    private func markStart(endingAt end: Int, line: Range<Int>) -> Int? {
        func isFree(_ start: Int) -> Bool { start == line.lowerBound || utf8[start - 1] <= UInt8(ascii: " ") }
        if utf8[end - 1] == UInt8(ascii: "#"), isFree(end - 1) { return end - 1 }
        let dash = UInt8(ascii: "-")
        if end - 2 >= line.lowerBound, utf8[end - 1] == dash, utf8[end - 2] == dash, isFree(end - 2) { return end - 2 }
        return nil
    }

    private func isInText(_ offset: Int) -> Bool {
        var low = 0
        var high = texts.count
        while low < high {
            let middle = (low + high) / 2
            if texts[middle].upperBound <= offset { low = middle + 1 } else { high = middle }
        }
        return low < texts.count && texts[low].contains(offset)
    }

    private func parsedComment(_ body: Range<Int>, range: Range<Int>, isAlone: Bool) -> SuppressionComment? {
        let start = skippingSpaces(from: body.lowerBound, to: body.upperBound)
        let letters = utf8[start..<body.upperBound].prefix {
            $0 == UInt8(ascii: "-") || ($0 | 0x20) >= 0x61 && ($0 | 0x20) <= 0x7A
        }
        guard let verb = SuppressionComment.Verb(rawValue: String(decoding: letters, as: UTF8.self)) else { return nil }
        var rest = skippingSpaces(from: letters.endIndex, to: body.upperBound)
        var targets: [SuppressionComment.Target] = []
        if rest < body.upperBound, utf8[rest] == UInt8(ascii: "["),
            let close = utf8[rest..<body.upperBound].firstIndex(of: UInt8(ascii: "]"))
        {
            targets = listedTargets(rest + 1..<close)
            rest = skippingSpaces(from: close + 1, to: body.upperBound)
        }
        let reason = String(decoding: utf8[rest..<body.upperBound], as: UTF8.self)
            .drop { $0 == "-" || $0 == "—" || $0 == " " }
        return SuppressionComment(
            verb: verb, targets: targets, reason: reason.isEmpty ? nil : String(reason), range: range, isAlone: isAlone,
            isSQL: utf8[range.lowerBound] == UInt8(ascii: "-"))
    }

    private func listedTargets(_ range: Range<Int>) -> [SuppressionComment.Target] {
        utf8[range].split(separator: UInt8(ascii: ",")).compactMap { piece in
            let start = piece.firstIndex { $0 > UInt8(ascii: " ") }
            let last = piece.lastIndex { $0 > UInt8(ascii: " ") }
            guard let start, let last else { return nil }
            return .init(text: String(decoding: utf8[start...last], as: UTF8.self), range: start..<last + 1)
        }
    }

    private func skippingSpaces(from start: Int, to end: Int) -> Int {
        utf8[start..<end].firstIndex { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") } ?? end
    }
}
