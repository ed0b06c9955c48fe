import Reporting

extension YAMLProblem {
    /// The problem in plain words, at the place where a person has to change something.
    func diagnostic(in source: SourceText) -> Diagnostic {
        if let tab = tabOffset(in: source) {
            return Diagnostic(
                .yamlTab,
                "a tab where indentation is measured in spaces",
                at: source.span(tab..<tab + 1),
                help: "indent with spaces",
                fix: source.untabbed
            )
        }
        if let range = interpolation(in: source) {
            let fix = source.quoting(template: range, isInside: true)
            return Diagnostic(
                .yamlUnquotedTemplate,
                "'${' without quotes inside braces or brackets starts a mapping",
                at: source.span(range),
                help: fix?.edits.first.map { "quote the whole value: \($0.replacement)" } ?? "quote the whole value",
                fix: fix
            )
        }
        if text == "did not find expected key", let slip = IndentationSlip(at: offset, in: source) {
            return slip.finding(in: source)
        }
        let wording = wording(in: source)
        let opened = context.map { opening($0) } ?? nil
        let note = opened.map { Diagnostic.Note($0, at: source.span(contextOffset..<contextOffset)) }
        let isAtContext = wording.isAtContext
        return Diagnostic(
            .yamlParse,
            wording.message,
            at: source.word(at: isAtContext ? contextOffset : offset),
            notes: isAtContext ? [] : [note].compactMap(\.self),
            help: wording.help
        )
    }

    /// A tab at the problem, or in the indentation of its line.
    private func tabOffset(in source: SourceText) -> Int? {
        guard text.contains("cannot start any token") || text.contains("tab character") || text.contains("did not find")
        else { return nil }
        if offset < source.utf8.count, source.utf8[offset] == UInt8(ascii: "\t") { return offset }
        let start = source.position(at: offset).line
        let lineStart = offset - (source.utf8[..<min(offset, source.utf8.count)].reversed().prefix { $0 != 0x0A }.count)
        let blanks = source.line(start).utf8.prefix { $0 == 0x20 || $0 == 0x09 }
        return blanks.firstIndex(of: 0x09).map { lineStart + blanks.distance(from: blanks.startIndex, to: $0) }
    }

    /// `${…}` inside a flow mapping or list: the parser stops between `$` and `{`.
    private func interpolation(in source: SourceText) -> Range<Int>? {
        guard text.hasPrefix("did not find expected ','"), offset > 0, source.utf8[offset...].first == UInt8(ascii: "{")
        else {
            return nil
        }
        let line = source.utf8[offset...].prefix { $0 != 0x0A }
        guard source.utf8[offset - 1] == UInt8(ascii: "$"), let close = line.firstIndex(of: UInt8(ascii: "}")) else {
            return nil
        }
        return offset - 1..<close + 1
    }

    private struct Wording {
        var message: Message
        var help: Message?
        /// The mistake is where the construct was opened, not where the parser gave up.
        var isAtContext = false
    }

    private func wording(in source: SourceText) -> Wording {
        let isAtEnd = source.utf8[min(offset, source.utf8.count)...].allSatisfy { $0 <= 0x20 }
        switch text {
        case "found unexpected end of stream" where context?.contains("quoted") == true:
            return Wording(
                message: "this quote is never closed",
                help: "close it with the same quote",
                isAtContext: true
            )
        case "did not find expected ',' or ']'":
            return isAtEnd
                ? Wording(message: "this '[' is never closed", help: "add ']'", isAtContext: true)
                : Wording(
                    message: "expected ',' or ']' here",
                    help: "separate the items with ',' and close the list with ']'"
                )
        case "did not find expected ',' or '}'":
            return isAtEnd
                ? Wording(message: "this '{' is never closed", help: "add '}'", isAtContext: true)
                : Wording(
                    message: "expected ',' or '}' here",
                    help: "separate the entries with ',', close with '}', and quote text that holds '{', '}' or '['"
                )
        case "did not find expected key" where !source.isFirstOfLine(offset):
            return Wording(message: "text after the end of a value", help: "quote the whole value, or remove the rest")
        case "did not find expected key":
            return Wording(
                message: "expected a key at the indentation of the mapping",
                help: "line it up with the keys above"
            )
        case "did not find expected node content" where source.utf8[offset...].first.map("]}".utf8.contains) == true:
            return Wording(
                message: "a value is expected here, or the bracket that closes what is open",
                help: "quote the text if it is meant literally")
        case "did not find expected alphabetic or numeric character":
            let sign = context?.contains("alias") == true ? "*" : "&"
            return Wording(
                message: "'\(sign)' must be followed by a name",
                help: "quote the text if '\(sign)' is meant literally",
                isAtContext: true
            )
        default:
            guard let (message, help) = plainWordings[text] else { return Wording(message: Message(text)) }
            return Wording(message: message, help: help)
        }
    }

    private func opening(_ context: String) -> Message? {
        switch context {
        case "while parsing a block mapping": "the mapping starts here"
        case "while parsing a block collection": "the list starts here"
        case "while parsing a flow sequence": "the list starts here"
        case "while parsing a flow mapping": "the mapping starts here"
        case "while scanning a simple key": "the key starts here"
        default: nil
        }
    }
}

/// By libyaml's own text.
private let plainWordings: [String: (message: Message, help: Message)] = [
    "did not find expected '-' indicator":
        ("expected '-' at the indentation of the list", "line it up with the items above"),
    "could not find expected ':'": ("expected ':' after a key", "write 'key: value', with a space after the ':'"),
    "mapping values are not allowed in this context":
        ("a ':' cannot stand here", "quote the text if it holds ': ', or check the indentation"),
    "block sequence entries are not allowed in this context":
        ("a list cannot start here", "put '-' on a line of its own below the key"),
    "found character that cannot start any token":
        ("a value cannot start with this character", "put the value in quotes"),
    "found unknown escape character": badEscape,
    "did not find expected hexdecimal number": badEscape,
    "found invalid Unicode character escape code": badEscape,
    "found unexpected document indicator": ("a '---' or '...' inside a quoted text", "close the quote before it"),
    "found undefined tag handle": strayTag,
    "did not find expected tag URI": strayTag,
    "did not find the expected '!'": strayTag,
    "did not find expected node content": ("expected a value here", "remove the extra ',' or write a value"),
    "did not find expected <document start>":
        ("text after the end of the document", "check the indentation of this line"),
]

private let badEscape: (message: Message, help: Message) = (
    message: "not an escape that double quotes know", help: "write '\\\\' for a backslash, or use single quotes"
)

private let strayTag: (message: Message, help: Message) = (
    message: "'!' starts a tag here", help: "quote the text if '!' is meant literally"
)

extension SourceText {
    /// Whether only blanks stand before an offset on its line.
    fileprivate func isFirstOfLine(_ offset: Int) -> Bool {
        let last = utf8[..<min(offset, utf8.count)].last { $0 != 0x20 }
        return last == nil || last == 0x0A
    }

    /// The word at an offset, or one character of what is not a word; empty at the end of the text.
    func word(at offset: Int) -> Span {
        let start = min(offset, utf8.count)
        var end = start
        while end < utf8.count, utf8[end] > 0x20, !",[]{}:\"'".utf8.contains(utf8[end]) { end += 1 }
        if end == start, end < utf8.count, utf8[end] > 0x20 { end += 1 }
        return span(start..<end)
    }
}
