import Reporting

/// Entries that a slip of the indentation put into the wrong mapping. Only those of one line move, between mappings
/// without braces, so that the lines around them keep their meaning.
extension Node {
    /// Moves an entry into the value of the one before it.
    func indenting(_ entry: Entry, below key: String) -> Fix? {
        guard isBlock, entry.isOneLine, let entries, let at = entries.firstIndex(of: entry), at > 0,
            entries[at - 1].key == key, entries[at - 1].value.span.end.line < entry.keySpan.start.line
        else { return nil }
        let home = entries[at - 1].value
        if home.isBlock, let first = home.entries?.first {
            return first.keySpan.start.column > entry.keySpan.start.column
                ? entry.indentingFix(to: first.keySpan.start.column, "indent it below '\(key)'") : nil
        }
        let isEmpty = home.isNull && home.scalar?.text.isEmpty == true
        return isEmpty ? entry.indentingFix(to: entry.keySpan.start.column + 2, "indent it below '\(key)'") : nil
    }

    /// Moves the last entry out, beside the key of this mapping.
    func outdenting(_ entry: Entry, beside key: Span) -> Fix? {
        guard isBlock, entry.isOneLine, let entries, entries.last == entry, entries.count > 1,
            key.start.line < span.start.line, key.start.column < entry.keySpan.start.column
        else { return nil }
        return entry.indentingFix(to: key.start.column, "move it one level up")
    }

    /// A mapping without braces, whose keys begin lines; the first may stand behind a `-`.
    private var isBlock: Bool {
        guard let entries, let first = entries.first else { return false }
        return first.keySpan.start == span.start
            && zip(entries, entries.dropFirst()).allSatisfy {
                $0.keySpan.start.column == $1.keySpan.start.column && $0.keySpan.start.line < $1.keySpan.start.line
            }
    }
}

extension Node.Entry {
    fileprivate var isOneLine: Bool { value.span.end.line == keySpan.start.line && keySpan.end <= value.span.end }

    fileprivate func indentingFix(to column: Int, _ title: Message) -> Fix {
        let start = keySpan.start.offset - (keySpan.start.column - 1)
        let blanks = String(repeating: " ", count: column - 1)
        return Fix(
            .unsafe, title, [TextEdit(file: keySpan.file, range: start..<keySpan.start.offset, replacement: blanks)])
    }
}
