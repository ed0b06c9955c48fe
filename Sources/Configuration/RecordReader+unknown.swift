package import Reporting

extension RecordReader {
    /// Reports a key that the spec does not have, with the place it belongs to or the key that was meant; returns the
    /// latter.
    func reportUnknown(
        _ entry: Node.Entry,
        in node: Node,
        of spec: KindSpec,
        in context: Context,
        found: inout Diagnostics
    ) -> String? {
        let name = context.isItem ? spec.name : context.name
        let key = entry.key
        let keys = node.keys
        if let child = child(of: spec, with: key, beside: keys) {
            found.report(Self.misplaced(entry, in: node, inside: child))
            return nil
        }
        if let parent = context.parents.last, parent.spec[field: key] != nil {
            let fix = context.keySpan.flatMap { node.outdenting(entry, beside: $0) }
            found.report(Self.misplaced(entry, in: name, insteadOf: parent.name, fix))
            return nil
        }
        let closest = closestName(to: key, among: spec.fields.map(\.name))
        if closest == nil,
            let sibling = context.siblings.first(where: { $0.name != spec.name && $0[field: key] != nil })
        {
            found.report(
                Diagnostic(
                    .keyNotApplicable,
                    "'\(key)' does not apply to '\(spec.name)'; it is a key of '\(sibling.name)'",
                    at: entry.keySpan,
                    help: keysHelp(spec)
                )
            )
            return nil
        }
        found.report(
            Diagnostic(
                .unknownKey,
                "unknown key '\(key)' in '\(name)'",
                at: entry.keySpan,
                help: closest.map { "did you mean '\($0)'?" } ?? keysHelp(spec),
                fix: closest.flatMap { keys.contains($0) ? nil : entry.renamed(to: $0) }
            )
        )
        return closest
    }

    /// Names in a map of records that are no names: keys of the record before them, too far left, with values that fit these
    /// keys and no record. By the key, the name of that record.
    func slippedKeys(in node: Node, of shape: Shape) -> [String: String] {
        guard case .record(let spec) = shape, let entries = node.entries else { return [:] }
        var slipped: [String: String] = [:]
        var home: Node.Entry?
        for entry in entries {
            if let home, let field = spec[field: entry.key], home.value[entry.key] == nil,
                isFit(entry.value, field.shape),
                !isFit(entry.value, shape)
            {
                slipped[entry.key] = home.key
            } else {
                home = entry
            }
        }
        return slipped
    }

    /// Whether nothing is wrong with a node of a shape.
    private func isFit(_ node: Node, _ shape: Shape) -> Bool {
        var unreported = Diagnostics()
        guard read(node, shape: shape, name: "", found: &unreported) != nil else { return false }
        return !unreported.hasErrors
    }

    /// A key that a record below this one takes.
    static func misplaced(_ entry: Node.Entry, in node: Node, inside child: String) -> Diagnostic {
        let fix = node.indenting(entry, below: child)
        return Diagnostic(
            fix == nil ? .keyMisplaced : .yamlIndentationMove,
            "'\(entry.key)' belongs inside '\(child)'",
            at: entry.keySpan,
            help: "move it one level deeper, below '\(child)'",
            fix: fix
        )
    }

    /// A key that the record around this one takes.
    private static func misplaced(
        _ entry: Node.Entry, in name: String, insteadOf parent: String, _ fix: Fix?
    ) -> Diagnostic {
        Diagnostic(
            fix == nil ? .keyMisplaced : .yamlIndentationMove,
            "'\(entry.key)' belongs to '\(parent)', not to '\(name)'",
            at: entry.keySpan,
            help: "move it one level up, beside '\(name)'",
            fix: fix
        )
    }

    private func keysHelp(_ spec: KindSpec) -> Message {
        spec.fields.isEmpty
            ? "'\(spec.name)' takes no keys" : "its keys: \(listed(spec.fields.map(\.name), joinedBy: .and))"
    }

    /// The field whose record has the key: one that is written, or else the only one there is.
    private func child(of spec: KindSpec, with key: String, beside keys: [String]) -> String? {
        let homes = spec.fields.filter { field in field.shape.records.contains { $0[field: key] != nil } }
        return homes.first { keys.contains($0.name) }?.name ?? (homes.count == 1 ? homes[0].name : nil)
    }
}

extension Node.Entry {
    /// Writes another key.
    package func renamed(to name: String) -> Fix {
        Fix(.unsafe, "replace '\(key)' by '\(name)'", [TextEdit(keySpan, name)])
    }
}

extension Shape {
    /// The records that may stand directly behind a key of this shape.
    fileprivate var records: [KindSpec] {
        switch self {
        case .record(let spec): [spec]
        case .either(let shapes): shapes.flatMap(\.records)
        default: []
        }
    }
}
