import Reporting

extension [Node.Entry] {
    /// The entries of a mapping in braces, where a comma within parentheses ends a value and begins a key: `decimal(14,2)`.
    /// What was torn is reported, and put together as a value that nobody reads.
    func withoutTornValues(in source: SourceText, found: inout Diagnostics) -> [Node.Entry] {
        var whole: [Node.Entry] = []
        var rest = self[...]
        while let entry = rest.popFirst() {
            guard let pieces = entry.pieces(in: rest), let last = rest.prefix(pieces).last else {
                whole.append(entry)
                continue
            }
            rest = rest.dropFirst(pieces)
            let range = entry.value.span.start.offset..<last.keySpan.end.offset
            let span = source.span(range)
            let text = String(decoding: source.utf8[range], as: UTF8.self)
            let fix = text.quoted.map { Fix(.safe, "quote the value", [TextEdit(span, $0)]) }
            found.report(
                Diagnostic(
                    .yamlUnquotedTemplate,
                    "the ',' inside braces ends the value '\(entry.value.scalar?.text ?? text)'",
                    at: span,
                    help: fix?.edits.first.map { "quote the whole value: \($0.replacement)" }
                        ?? "quote the whole value",
                    fix: fix
                )
            )
            whole.append(Node.Entry(key: entry.key, keySpan: entry.keySpan, value: .broken(at: span)))
        }
        return whole
    }
}

extension Node.Entry {
    /// How many of the entries behind this one close the parentheses that its value opens; nil where none are open, or where
    /// these entries are ones.
    fileprivate func pieces(in rest: ArraySlice<Node.Entry>) -> Int? {
        guard let scalar = value.scalar, scalar.style == .plain, value.span.start.line == value.span.end.line else {
            return nil
        }
        var open = scalar.text.parenthesesLeftOpen
        guard open > 0 else { return nil }
        for (number, entry) in rest.enumerated() {
            guard entry.value.scalar?.text.isEmpty == true, entry.value.isNull,
                entry.keySpan.start.line == value.span.start.line
            else { return nil }
            open += entry.key.parenthesesLeftOpen
            if open <= 0 { return open == 0 ? number + 1 : nil }
        }
        return nil
    }
}

extension String {
    fileprivate var parenthesesLeftOpen: Int { reduce(0) { $0 + ($1 == "(" ? 1 : $1 == ")" ? -1 : 0) } }

    /// In quotes that it does not hold; nil where it holds both.
    fileprivate var quoted: String? {
        ["\"", "'"].first { !contains($0) && !contains("\\") }.map { $0 + self + $0 }
    }
}
