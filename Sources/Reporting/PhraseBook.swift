/// Tells texts in another language that were kept in English, such as those of a saved plan: each is recognised by the
/// template it was made of, and so are the phrases among its values.
package struct PhraseBook: Sendable {
    /// A template with its fixed parts apart.
    fileprivate struct Entry: Sendable {
        /// Before, between and after the values, as UTF-8; one more than there are values.
        var fixed: [[UInt8]]
        /// Numbers of the values, as they come.
        var holes: [Int]
        var translation: (fixed: [String], holes: [Int])

        var length: Int { fixed.map(\.count).reduce(0, +) }
    }

    private let whole: [String: String]
    /// Those with values, the most specific first, by the byte they begin with; nil: by a value.
    private let entries: [UInt8?: [Entry]]

    package init(_ language: Language) {
        var whole: [String: String] = [:]
        var entries: [Entry] = []
        for template in language.translatedTemplates {
            guard let translation = language.template(for: template) else { continue }
            let (fixed, holes) = parts(of: template)
            // Values side by side cannot be told apart, and punctuation alone tells nothing.
            let isTold = !fixed.dropFirst().dropLast().contains("") && fixed.joined().count(where: \.isLetter) > 1
            if holes.isEmpty {
                whole[template] = translation
            } else if isTold {
                entries.append(
                    Entry(fixed: fixed.map { Array($0.utf8) }, holes: holes, translation: parts(of: translation)))
            }
        }
        self.whole = whole
        entries.sort { a, b in
            a.length != b.length ? a.length > b.length : a.fixed.joined().lexicographicallyPrecedes(b.fixed.joined())
        }
        self.entries = Dictionary(grouping: entries, by: \.fixed[0].first)
    }

    /// The text as it is where no template made it.
    package func text(_ english: String) -> String { recognised(english) ?? english }

    /// Nil where no template made it.
    package func recognised(_ english: String) -> String? {
        if let translation = whole[english] { return translation }
        let bytes = Array(english.utf8)
        let candidates = [entries[bytes.first], entries[nil]].compactMap(\.self)
        var found: (entry: Entry, values: [ArraySlice<UInt8>])?
        for entry in candidates.joined() where found.map({ $0.entry.length < entry.length }) != false {
            if let values = entry.values(of: bytes) { found = (entry, values) }
        }
        return found.map { translation(by: $0.entry, of: $0.values) }
    }

    private func translation(by entry: Entry, of values: [ArraySlice<UInt8>]) -> String {
        let texts = values.map { value in
            let text = String(decoding: value, as: UTF8.self)
            // One word is a name.
            return text.contains(" ") ? self.text(text) : text
        }
        let numbered = Dictionary(zip(entry.holes, texts), uniquingKeysWith: { first, _ in first })
        // A translation has the values of its template, so that each is there.
        let placed = entry.translation.holes.compactMap { numbered[$0] } + [""]
        return zip(entry.translation.fixed, placed).map { $0 + $1 }.joined()
    }
}

extension PhraseBook.Entry {
    /// What stands between the fixed parts; nil where these are not all there.
    fileprivate func values(of text: [UInt8]) -> [ArraySlice<UInt8>]? {
        guard let first = fixed.first, let last = fixed.last, text.count > first.count + last.count,
            text.starts(with: first),
            text.suffix(last.count) == last[...]
        else { return nil }
        var rest = text.dropFirst(first.count).dropLast(last.count)
        var values: [ArraySlice<UInt8>] = []
        for part in fixed.dropFirst().dropLast() {
            guard let start = rest.start(of: part), start > rest.startIndex else { return nil }
            values.append(rest[..<start])
            rest = rest[(start + part.count)...]
        }
        values.append(rest)
        return rest.isEmpty ? nil : values
    }
}

extension ArraySlice<UInt8> {
    /// Where the first occurrence of a part begins.
    fileprivate func start(of part: [UInt8]) -> Int? {
        guard count >= part.count else { return nil }
        return (startIndex...(endIndex - part.count)).first { self[$0...].starts(with: part) }
    }
}

/// `no {1} named '{2}'` as `no `, ` named '` and `'`, and 1 and 2.
private func parts(of template: String) -> (fixed: [String], holes: [Int]) {
    var fixed = [""]
    var holes: [Int] = []
    var rest = template[...]
    while let first = rest.first {
        if first == "{", let close = rest.firstIndex(of: "}"),
            let number = Int(rest[rest.index(after: rest.startIndex)..<close])
        {
            holes.append(number)
            fixed.append("")
            rest = rest[rest.index(after: close)...]
        } else {
            fixed[fixed.count - 1].append(first)
            rest = rest.dropFirst()
        }
    }
    return (fixed, holes)
}
