import Reporting

/// Collects the keys and values of one mapping: duplicate keys, keys that are not text, merges with `<<`.
struct MappingBuilder {
    private(set) var found = Diagnostics()
    private let source: SourceText
    private var entries: [Node.Entry] = []
    private var keySpans: [String: Span] = [:]
    private var merges: [Merge] = []
    private var key: Key?

    /// A mapping named by `<<`; of two, the earlier wins.
    private struct Merge {
        var entries: [Node.Entry]
        /// Of the `<<`.
        var place: Span
    }

    private enum Key {
        case text(String, Span)
        case merge(Span)
        /// It stands before already, at `first`.
        case again(String, Span, first: Span)
        /// Reported; its value goes nowhere.
        case refused
    }

    init(_ source: SourceText) { self.source = source }

    /// Takes keys and values in turn. `place` is where the node or its alias stands.
    mutating func take(_ node: Node, at place: Span) {
        guard let key else {
            self.key = read(key: node, at: place)
            return
        }
        self.key = nil
        switch key {
        case .refused: break
        case .again(let name, let span, let first): reportAgain(name, at: span, first: first, end: place.end)
        case .merge(let span): merge(node, at: place, key: span)
        case .text(let name, let span):
            keySpans[name] = span
            entries.append(Node.Entry(key: name, keySpan: span, value: node))
        }
    }

    /// The entries, those merged in last.
    mutating func finish() -> [Node.Entry] {
        guard !merges.isEmpty else { return entries }
        var written = Dictionary(
            entries.map { ($0.key, (entry: $0, merge: nil as Span?)) }, uniquingKeysWith: { a, _ in a })
        for merge in merges {
            for entry in merge.entries {
                if let first = written[entry.key] {
                    reportShadow(entry, by: first.entry, from: first.merge, in: merge)
                } else {
                    written[entry.key] = (entry, merge.place)
                    entries.append(entry)
                }
            }
        }
        return entries
    }

    private mutating func read(key node: Node, at place: Span) -> Key {
        guard let scalar = node.scalar else {
            report("a list or mapping cannot be a key", at: place, help: "write a name before the ':'")
            return .refused
        }
        if scalar.style == .plain, scalar.text == "<<" { return .merge(place) }
        switch scalar.core {
        case .text: break
        case .null where scalar.text.isEmpty: report("an empty key", at: place, help: "write a name before the ':'")
        case .null: reportUnquoted("key '\(scalar.text)' is null, not text", scalar.text, at: place)
        case .boolean: reportUnquoted("key '\(scalar.text)' is a boolean, not text", scalar.text, at: place)
        case .integer, .number: reportUnquoted("key '\(scalar.text)' is a number, not text", scalar.text, at: place)
        }
        return keySpans[scalar.text].map { .again(scalar.text, place, first: $0) } ?? .text(scalar.text, place)
    }

    private mutating func report(_ message: Message, at place: Span, help: Message, fix: Fix? = nil) {
        found.report(Diagnostic(.yamlNonStringKey, message, at: place, help: help, fix: fix))
    }

    private mutating func reportUnquoted(_ message: Message, _ text: String, at place: Span) {
        let fix = Fix(.safe, "quote it: '\(text)'", [TextEdit(place, "'\(text)'")])
        report(message, at: place, help: "quote it: '\(text)'", fix: fix)
    }

    private mutating func reportAgain(_ name: String, at place: Span, first: Span, end: Position) {
        let whole = Span(file: place.file, start: place.start, end: max(place.end, end))
        let fix = source.removal(of: whole).map { Fix(.unsafe, "remove the second '\(name)'", [$0]) }
        found.report(
            Diagnostic(
                .yamlDuplicateKey,
                "key '\(name)' appears twice",
                at: place,
                notes: [Diagnostic.Note("first written here", at: first)],
                help: "remove or rename one of them",
                fix: fix
            )
        )
    }

    private mutating func merge(_ node: Node, at place: Span, key: Span) {
        if let entries = node.entries {
            merges.append(Merge(entries: entries, place: key))
        } else if let items = node.items, items.allSatisfy({ $0.entries != nil }) {
            merges += items.compactMap(\.entries).map { Merge(entries: $0, place: key) }
        } else {
            found.report(
                Diagnostic(
                    .yamlAnchor,
                    "'<<' takes a mapping, or a list of mappings",
                    at: place,
                    help: "name an anchored mapping: '<<: *name'"
                )
            )
        }
    }

    /// A key behind the `<<` is what merging is for; one before it looks as if the merge put its value over it.
    private mutating func reportShadow(
        _ entry: Node.Entry, by first: Node.Entry, from other: Span?, in merge: Merge
    ) {
        guard !entry.value.says(theSameAs: first.value) else { return }
        let notes = [Diagnostic.Note("this value has no effect", at: entry.keySpan)]
        if other != nil {
            found.report(
                Diagnostic(
                    .yamlMergeShadow, "'<<' brings '\(entry.key)' twice, and the first holds", at: merge.place,
                    notes: notes, help: "write '\(entry.key)' out below it"))
        } else if first.keySpan < merge.place {
            found.report(
                Diagnostic(
                    .yamlMergeShadow, "'\(entry.key)' holds, though '<<' comes after it with another value",
                    at: first.keySpan,
                    notes: notes, help: "move it below '<<', or remove it"))
        }
    }
}
