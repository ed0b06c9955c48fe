import Reporting

extension RecordReader {
    /// `csv: {…}`, or the bare name of a kind that needs no fields.
    func readVariant(_ node: Node, of kinds: [KindSpec], in context: Context, found: inout Diagnostics) -> Reading {
        if let entries = node.entries, !entries.isEmpty {
            return readKind(entries, of: node, kinds, in: context, found: &found)
        }
        guard let scalar = node.scalar, !node.isNull else {
            reportShape(node, Shape.variant(kinds).phrase, in: context, help: nil, found: &found)
            return .wrong
        }
        guard let read = scope.read(scalar, found: &found), !read.isUnresolved else { return .wrong }
        guard let kind = kinds.first(where: { $0.name == read.text.string }) else {
            let closest = read.text.isSecret ? nil : closestName(to: read.text.string, among: kinds.map(\.name))
            found.report(
                Diagnostic(
                    .invalidChoice,
                    "\(context.quoted) cannot be '\(shortened("\(read.text)"))'",
                    at: node.span,
                    help: closest.map { "did you mean '\($0)'?" } ?? "use \(listed(kinds.map(\.name), joinedBy: .or))",
                    fix: closest.flatMap { read.text.fix(respelling: $0) }
                )
            )
            return .wrong
        }
        let empty = Node(.mapping([]), at: node.span)
        let inner = Context(name: kind.name, keySpan: node.span, parents: context.parents, siblings: kinds)
        return readRecord(empty, as: kind, in: inner, found: &found)
    }

    private func readKind(
        _ entries: [Node.Entry],
        of node: Node,
        _ kinds: [KindSpec],
        in context: Context,
        found: inout Diagnostics
    ) -> Reading {
        let named = entries.filter { entry in kinds.contains { $0.name == entry.key } }
        guard let entry = named.first, let kind = kinds.first(where: { $0.name == entry.key }) else {
            reportUnknownKind(entries[0], of: kinds, in: context, found: &found)
            return .wrong
        }
        let others = entries.filter { $0.key != entry.key }
        for other in others {
            reportBeside(other, entry, in: node, kind, isKind: named.contains(other), context, found: &found)
        }
        // Read on only where the value is not what the misplaced keys would complete.
        if !others.isEmpty, entry.value.isNull { return .wrong }
        let inner = Context(name: kind.name, keySpan: entry.keySpan, parents: context.parents, siblings: kinds)
        var reading = readRecord(entry.value, as: kind, in: inner, found: &found)
        if !others.isEmpty { reading.isComplete = false }
        return reading
    }

    private func reportUnknownKind(
        _ entry: Node.Entry,
        of kinds: [KindSpec],
        in context: Context,
        found: inout Diagnostics
    ) {
        let closest = closestName(to: entry.key, among: kinds.map(\.name))
        found.report(
            Diagnostic(
                .unknownKey,
                "unknown key '\(entry.key)' in \(context.quoted)",
                at: entry.keySpan,
                help: closest.map { "did you mean '\($0)'?" }
                    ?? "use one of \(listed(kinds.map(\.name), joinedBy: .and))",
                fix: closest.map { entry.renamed(to: $0) }
            )
        )
    }

    private func reportBeside(
        _ other: Node.Entry,
        _ entry: Node.Entry,
        in node: Node,
        _ kind: KindSpec,
        isKind: Bool,
        _ context: Context,
        found: inout Diagnostics
    ) {
        let notes = [Diagnostic.Note("'\(entry.key)' is here", at: entry.keySpan)]
        if !isKind, kind[field: other.key] != nil {
            let fix = node.indenting(other, below: entry.key)
            found.report(
                Diagnostic(
                    fix == nil ? .keyMisplaced : .yamlIndentationMove,
                    "'\(other.key)' belongs inside '\(entry.key)'",
                    at: other.keySpan,
                    notes: notes,
                    help: "move it one level deeper, below '\(entry.key)'",
                    fix: fix
                )
            )
        } else {
            let isOfList = context.isItem && isKind && other.keySpan.start.line > entry.keySpan.start.line
            let alone: Message = isKind ? "keep one of them" : "'\(entry.key)' stands alone here"
            found.report(
                Diagnostic(
                    .exclusiveKeys,
                    "'\(entry.key)' and '\(other.key)' cannot stand together",
                    at: other.keySpan,
                    notes: notes,
                    help: isOfList ? "write '- ' before '\(other.key)' if it is an item of its own" : alone
                )
            )
        }
    }
}
