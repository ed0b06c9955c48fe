import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let unfinished = Rule(
        "EST9006",
        "todo",
        .hint,
        since: "0.2.0",
        summary: "A comment or a description says TODO, FIXME or XXX.",
        explanation: """
            What is left to do is forgotten in a comment. Do it, or write it where work is planned and name the place.
            """,
        bad: "description: Counts the orders of a day  # ⟦TODO⟧ refunds\nparams: {day: {type: date, default: today}}",
        good: "description: Counts the orders of a day, without refunds\nparams: {day: {type: date, default: today}}"
    )
}

extension Check {
    static let unfinished = Check(.unfinished) { project, found in
        for source in project.files.sources {
            let marks = source.marks
            guard !marks.isEmpty, let tree = project.trees[source.path] else { continue }
            for mark in marks where source.isRemark(mark, in: tree) {
                let word = String(decoding: source.utf8[mark], as: UTF8.self)
                found.report(
                    Diagnostic(
                        .unfinished,
                        "'\(word)': something is left to do",
                        at: source.span(mark),
                        help: "do it, or plan it"
                    )
                )
            }
        }
    }
}

extension SourceText {
    /// Where the words stand, in capitals: `todo` is everything in Portuguese.
    fileprivate var marks: [Range<Int>] {
        var marks: [Range<Int>] = []
        for (start, byte) in utf8.enumerated() where byte == first[0] || byte == first[1] || byte == first[2] {
            guard start == 0 || !utf8[start - 1].isWordByte else { continue }
            for word in words where utf8[start...].starts(with: word) {
                let end = start + word.count
                if end == utf8.count || !utf8[end].isWordByte { marks.append(start..<end) }
            }
        }
        return marks
    }

    /// Whether the place is in a comment or a description; in a value the word is data.
    fileprivate func isRemark(_ mark: Range<Int>, in tree: Node) -> Bool {
        guard let holder = tree.scalar(at: mark.lowerBound) else { return true }
        let line = utf8[holder.span.start.offset..<mark.lowerBound].suffix(200)
        let isSQLComment = String(decoding: line, as: UTF8.self).split(separator: "\n").last?.contains("--") == true
        return isSQLComment || holder.key == "description" && holder.text.utf8.count > mark.count
    }
}

private let words = ["TODO", "FIXME", "XXX"].map { Array($0.utf8) }
private let first = words.map { $0[0] }

extension Node {
    /// The scalar around an offset, or the key; nil where none is.
    fileprivate func scalar(at offset: Int, key: String = "") -> (key: String, text: String, span: Span)? {
        let isInside = { (span: Span) in span.start.offset <= offset && offset < span.end.offset }
        switch content {
        case .scalar(let scalar): return isInside(span) ? (key, scalar.text, span) : nil
        case .sequence(let items): return items.lazy.compactMap { $0.scalar(at: offset, key: key) }.first
        case .mapping(let entries):
            for entry in entries {
                if isInside(entry.keySpan) { return ("", entry.key, entry.keySpan) }
                if let scalar = entry.value.scalar(at: offset, key: entry.key) { return scalar }
            }
            return nil
        }
    }
}
