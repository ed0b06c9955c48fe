import Reporting

/// Collects the keys and values of one mapping: duplicate keys, keys that are not text, merges with `<<`.
struct MappingBuilder {
    private(set) var found = Diagnostics()
    private var entries: [Node.Entry] = []
    private var keySpans: [String: Span] = [:]
    /// Mappings named by `<<`; earlier ones win.
    private var merged: [[Node.Entry]] = []
    private var key: Key?

    private enum Key {
        case text(String, Span)
        case merge
        /// Reported; its value goes nowhere.
        case refused
    }

    /// Takes keys and values in turn. `place` is where the node or its alias stands.
    mutating func take(_ node: Node, at place: Span) {
        guard let key else {
            self.key = read(key: node, at: place)
            return
        }
        self.key = nil
        switch key {
        case .refused: break
        case .merge: merge(node, at: place)
        case .text(let name, let span):
            keySpans[name] = span
            entries.append(Node.Entry(key: name, keySpan: span, value: node))
        }
    }

    /// The entries, those merged in last.
    mutating func finish() -> [Node.Entry] {
        var names = Set(keySpans.keys)
        for entry in merged.joined() where names.insert(entry.key).inserted { entries.append(entry) }
        return entries
    }

    private mutating func read(key node: Node, at place: Span) -> Key {
        guard let scalar = node.scalar else {
            report("a list or mapping cannot be a key", at: place, help: "write a name before the ':'")
            return .refused
        }
        if scalar.style == .plain, scalar.text == "<<" { return .merge }
        switch scalar.core {
        case .text: break
        case .null:
            let written: Message = scalar.text.isEmpty ? "an empty key" : "key '\(scalar.text)' is null, not text"
            report(written, at: place, help: scalar.text.isEmpty ? "write a name before the ':'" : quoted(scalar.text))
        case .boolean: report("key '\(scalar.text)' is a boolean, not text", at: place, help: quoted(scalar.text))
        case .integer, .number:
            report("key '\(scalar.text)' is a number, not text", at: place, help: quoted(scalar.text))
        }
        if let first = keySpans[scalar.text] {
            found.report(
                Diagnostic(
                    .yamlDuplicateKey,
                    "key '\(scalar.text)' appears twice",
                    at: place,
                    notes: [Diagnostic.Note("first written here", at: first)],
                    help: "remove or rename one of them"
                )
            )
            return .refused
        }
        return .text(scalar.text, place)
    }

    private func quoted(_ text: String) -> Message { "quote it: '\(text)'" }

    private mutating func report(_ message: Message, at place: Span, help: Message) {
        found.report(Diagnostic(.yamlNonStringKey, message, at: place, help: help))
    }

    private mutating func merge(_ node: Node, at place: Span) {
        if let entries = node.entries {
            merged.append(entries)
        } else if let items = node.items, items.allSatisfy({ $0.entries != nil }) {
            merged += items.compactMap(\.entries)
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
}
