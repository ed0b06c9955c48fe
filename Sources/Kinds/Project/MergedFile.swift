import Configuration
import Reporting

/// The entries of a file, to which those of its fragments are added.
struct MergedFile {
    private let file: Node
    /// Keys that the file itself has.
    private let own: Set<String>
    private var entries: NamedEntries
    /// What others define in another way, each as a fragment of its own: its mistakes are told all the same.
    private(set) var overruled: [Node] = []
    /// Sections that were added to.
    private var sections: [String: NamedEntries] = [:]

    init(_ file: Node) {
        self.file = file
        own = Set(file.keys)
        entries = NamedEntries(file.entries ?? [])  // what is no mapping is reported where it is read
    }

    /// The file with all that was taken.
    var node: Node {
        guard file.entries != nil else { return file }
        let merged = entries.all.map { entry in
            guard let section = sections[entry.key] else { return entry }
            let value = Node(.mapping(section.all), at: entry.value.span)
            return Node.Entry(key: entry.key, keySpan: entry.keySpan, value: value)
        }
        return Node(.mapping(merged), at: file.span, isBroken: file.isBroken)
    }

    /// Adds what a fragment has.
    mutating func take(_ fragment: Node, found: inout Diagnostics) {
        for entry in fragment.entries ?? [] where entry.key != Pipeline.includeField.name {
            guard let there = entries[entry.key] else {
                entries.add(entry)
                continue
            }
            if Pipeline.namedSections.contains(entry.key), there.value.isSection {
                take(section: entry, beside: there, found: &found)
            } else if !own.contains(entry.key), !there.value.says(theSameAs: entry.value) {
                found.report(.conflicting(entry, with: there))
                overruled.append(Node(.mapping([entry]), at: fragment.span))
            }
        }
    }

    private mutating func take(section: Node.Entry, beside there: Node.Entry, found: inout Diagnostics) {
        guard section.value.isSection else {
            found.report(
                Diagnostic(
                    .wrongShape,
                    "'\(section.key)' of a fragment is no mapping",
                    at: section.value.span,
                    help: "write 'NAME: …' lines below it"
                )
            )
            return
        }
        var named = sections[section.key] ?? NamedEntries(there.value.entries ?? [])  // nothing after the colon
        for entry in section.value.entries ?? [] {
            if let first = named[entry.key] {
                guard !first.value.says(theSameAs: entry.value) else { continue }
                found.report(.conflicting(entry, with: first))
                let alone = Node(.mapping([entry]), at: section.value.span)
                let part = Node.Entry(key: section.key, keySpan: section.keySpan, value: alone)
                overruled.append(Node(.mapping([part]), at: section.value.span))
            } else {
                named.add(entry)
            }
        }
        sections[section.key] = named
    }
}

/// Entries of which no two have one key, in order.
private struct NamedEntries {
    private(set) var all: [Node.Entry]
    private var places: [String: Int]

    init(_ entries: [Node.Entry]) {
        all = entries
        places = Dictionary(zip(entries.map(\.key), 0...), uniquingKeysWith: { first, _ in first })
    }

    subscript(key: String) -> Node.Entry? { places[key].map { all[$0] } }

    mutating func add(_ entry: Node.Entry) {
        places[entry.key] = all.count
        all.append(entry)
    }
}

extension Node {
    /// Whether names may stand in it.
    fileprivate var isSection: Bool { entries != nil || isNull }
}

extension Diagnostic {
    fileprivate static func conflicting(_ entry: Node.Entry, with first: Node.Entry) -> Diagnostic {
        Diagnostic(
            .conflictingDefinition,
            "'\(entry.key)' is defined in another way in '\(first.keySpan.file)'",
            at: entry.keySpan,
            notes: [.init("the first is here", at: first.keySpan)],
            help: "rename one, or remove it"
        )
    }
}
