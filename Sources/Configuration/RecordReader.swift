package import Reporting

/// Reads nodes by their specs, reporting everything that does not fit.
package struct RecordReader: Sendable {
    package let scope: Scope

    package init(scope: Scope) { self.scope = scope }

    /// Nil only when the node has not the form of the spec at all.
    ///
    /// `name` is what messages call the node, `keySpan` the key it stands behind: give both when a part of a tree is
    /// read again, so that the same finding is the same.
    package func read(
        _ node: Node,
        as spec: KindSpec,
        name: String? = nil,
        keySpan: Span? = nil,
        found: inout Diagnostics
    ) -> Record? {
        let context = Context(name: name ?? spec.name, keySpan: keySpan)
        return readRecord(node, as: spec, in: context, found: &found).item?.asRecord
    }

    /// `name` is what messages call the value.
    package func read(_ node: Node, shape: Shape, name: String, found: inout Diagnostics) -> Item? {
        read(node, shape: shape, in: Context(name: name), found: &found).item
    }

    /// What messages say of the node being read.
    struct Context {
        /// `'rows'`, or what a list calls its items.
        var name: String
        /// The key it stands behind.
        var keySpan: Span?
        /// It is an item of the list with that name.
        var isItem = false
        /// Records around it, innermost last.
        var parents: [(name: String, spec: KindSpec)] = []
        /// Kinds that could stand in its place.
        var siblings: [KindSpec] = []
        /// Keys of it that stand elsewhere, as reported.
        var misplaced: Set<String> = []

        /// Whether the node stands behind its key, and not where an alias took it from.
        func holds(_ node: Node) -> Bool {
            guard let keySpan else { return true }
            return keySpan.end <= node.span.start
        }

        var quoted: String { isItem ? "an item of '\(name)'" : "'\(name)'" }
    }

    /// A value, and whether all of it was right.
    struct Reading {
        var item: Item?
        var isComplete: Bool

        static let wrong = Reading(item: nil, isComplete: false)

        static func right(_ item: Item) -> Reading { Reading(item: item, isComplete: true) }
    }

    func read(_ node: Node, shape: Shape, in context: Context, found: inout Diagnostics) -> Reading {
        if node.isBroken { return .wrong }
        return switch shape {
        case .any: .right(.node(node))
        case .either(let shapes): readEither(node, shapes, in: context, found: &found)
        case .record(let spec): readRecord(node, as: spec, in: context, found: &found)
        case .variant(let kinds): readVariant(node, of: kinds, in: context, found: &found)
        case .list(let item), .oneOrMany(let item): readList(node, shape, of: item, in: context, found: &found)
        case .map(let value): readMap(node, of: value, in: context, found: &found)
        default: readScalar(node, shape: shape, in: context, found: &found)
        }
    }

    // MARK: Lists and maps

    private func readList(
        _ node: Node,
        _ shape: Shape,
        of item: Shape,
        in context: Context,
        found: inout Diagnostics
    ) -> Reading {
        if let nodes = node.items { return readItems(nodes, of: item, at: node.span, in: context, found: &found) }
        if let scalar = node.scalar, scalar.text.hasPrefix("${"), let values = listVariable(scalar) {
            let readings = values.map { readValue($0, as: item, in: context, found: &found) }
            return Reading(
                item: .list(readings.compactMap(\.item), node.span),
                isComplete: readings.allSatisfy(\.isComplete)
            )
        }
        guard case .oneOrMany = shape else {
            let help: Message =
                node.isNull || node.entries != nil
                ? "write it as a list: [ … ]" : "write it as a list: [\(node.phraseInList)]"
            reportShape(
                node, "a list", in: context, help: help, fix: context.holds(node) ? node.wrappedInList : nil,
                found: &found)
            return .wrong
        }
        let reading = read(node, shape: item, in: context, found: &found)
        return Reading(item: reading.item.map { .list([$0], node.span) }, isComplete: reading.isComplete)
    }

    private func readItems(
        _ nodes: [Node],
        of shape: Shape,
        at span: Span,
        in context: Context,
        found: inout Diagnostics
    ) -> Reading {
        var inner = context
        inner.keySpan = nil
        inner.isItem = true
        let readings = nodes.map { read($0, shape: shape, in: inner, found: &found) }
        return Reading(item: .list(readings.compactMap(\.item), span), isComplete: readings.allSatisfy(\.isComplete))
    }

    private func readMap(_ node: Node, of shape: Shape, in context: Context, found: inout Diagnostics) -> Reading {
        guard let entries = node.entries else {
            reportShape(
                node,
                "a mapping of names",
                in: context,
                help: "write 'name: value' lines below it",
                found: &found
            )
            return .wrong
        }
        var isComplete = true
        var pairs: [(name: Text, value: Item)] = []
        let slipped = slippedKeys(in: node, of: shape)
        for entry in entries {
            if let home = slipped[entry.key] {
                isComplete = false
                found.report(Self.misplaced(entry, in: node, inside: home))
                continue
            }
            let repetitions = repetitions(of: entry, as: shape, found: &found)
            if repetitions.isEmpty { isComplete = false }
            for repetition in repetitions {
                let reader = repetition.bindings.isEmpty ? self : RecordReader(scope: scope.adding(repetition.bindings))
                let name = repetition.name
                var inner = Context(name: name.string, keySpan: entry.keySpan, parents: context.parents)
                inner.misplaced = Set(slipped.filter { $0.value == entry.key }.keys)
                let reading = reader.read(entry.value, shape: shape, in: inner, found: &found)
                if !reading.isComplete { isComplete = false }
                if let item = reading.item { pairs.append((name, item)) }
            }
        }
        return Reading(item: .map(pairs, node.span), isComplete: isComplete)
    }

    /// One value of a variable that is a list.
    private func readValue(_ value: ReadScalar, as shape: Shape, in context: Context, found: inout Diagnostics)
        -> Reading
    {
        switch shape {
        case .any, .list, .oneOrMany, .map, .record, .variant, .either:
            reportMisfit(value, as: shape, in: context, found: &found)
            return .wrong
        default: return interpret(value, as: shape, in: context, found: &found)
        }
    }

    // MARK: One of several shapes

    private func readEither(
        _ node: Node,
        _ shapes: [Shape],
        in context: Context,
        found: inout Diagnostics
    ) -> Reading {
        if let shape = shapes.first(where: { fits(node, $0) }) {
            return read(node, shape: shape, in: context, found: &found)
        }
        if node.isNull, node.scalar?.text.isEmpty == false { return .right(.null(node.span)) }
        let sameForm = shapes.filter { $0.takesForm(of: node) }
        if sameForm.count == 1 { return read(node, shape: sameForm[0], in: context, found: &found) }
        if let scalar = node.scalar {
            guard let read = scope.read(scalar, found: &found) else { return .wrong }
            if read.isUnresolved { return .wrong }
            if read.whole != nil {
                reportMisfit(read, as: .either(shapes), in: context, found: &found)
                return .wrong
            }
        }
        let words = shapes.flatMap(\.words)
        let closest = node.scalar.flatMap { closestName(to: $0.text, among: words) }
        reportShape(
            node,
            Shape.either(shapes).phrase,
            in: context,
            help: closest.map { "did you mean '\($0)'?" },
            fix: closest.flatMap { word in
                node.scalar.flatMap { Text($0.text, places: $0.places).fix(respelling: word) }
            },
            found: &found
        )
        return .wrong
    }

    /// Whether a node would be read without a complaint about its own form.
    private func fits(_ node: Node, _ shape: Shape) -> Bool {
        guard shape.takesForm(of: node) else { return false }
        switch shape {
        case .any, .map: return true
        case .list: return node.items != nil || node.scalar.flatMap(listVariable) != nil
        case .variant(let kinds):
            if let scalar = node.scalar { return kinds.contains { $0.name == scalar.text } }
            return node.keys.contains { key in kinds.contains { $0.name == key } }
        case .record(let spec):
            guard node.entries == nil else { return true }
            if node.isNull { return spec.canBeEmpty }
            guard let shorthand = spec.shorthand.flatMap({ spec[field: $0] }) else { return false }
            return fits(node, shorthand.shape)
        case .oneOrMany(let item): return node.items != nil || fits(node, item)
        case .either(let shapes): return shapes.contains { fits(node, $0) }
        default:
            guard let scalar = node.scalar else { return true }
            // Whatever is wrong with the text is reported when the field is read by the shape that is chosen.
            var unreported = Diagnostics()
            guard let read = scope.read(scalar, holes: shape.holes, found: &unreported) else { return shape.isTextual }
            var misfits = Diagnostics()
            let reading = interpret(read, as: shape, in: Context(name: ""), found: &misfits)
            return reading.item != nil || misfits.items.contains { $0.rule == .outOfRange }
        }
    }
}

extension Shape {
    var holes: [String] {
        if case .template(let names) = self { names } else { [] }
    }

    /// The words that the shape takes.
    fileprivate var words: [String] {
        switch self {
        case .choice(let names): names
        case .variant(let kinds): kinds.map(\.name)
        default: []
        }
    }

    /// Whether the shape takes a scalar, list or mapping, whichever the node is.
    func takesForm(of node: Node) -> Bool {
        switch self {
        case .any: true
        case .list: node.items != nil || node.scalar?.text.hasPrefix("${") == true
        case .map: node.entries != nil
        case .oneOrMany(let item): node.items != nil || item.takesForm(of: node)
        case .record(let spec):
            node.entries != nil || node.isNull && spec.canBeEmpty
                || spec.shorthand.flatMap { spec[field: $0] }?.shape.takesForm(of: node) == true
        case .variant: node.entries != nil || node.scalar != nil && !node.isNull
        case .either(let shapes): shapes.contains { $0.takesForm(of: node) }
        default: node.scalar != nil
        }
    }
}

extension KindSpec {
    /// Whether the kind may stand without any field.
    var canBeEmpty: Bool { exactlyOne.isEmpty && !fields.contains(where: \.isRequired) }
}

extension Node {
    fileprivate var phraseInList: String { scalar.map { shortened($0.text) } ?? "…" }

    /// Puts a scalar of one line in brackets.
    fileprivate var wrappedInList: Fix? {
        guard let scalar, !isNull, span.start.line == span.end.line, scalar.style != .literal, scalar.style != .folded,
            scalar.style != .plain || !scalar.text.contains(where: { ",[]{}".contains($0) })
        else { return nil }
        let (start, end) = (span.start.offset, span.end.offset)
        return Fix(
            .safe, "write it as a list",
            [
                TextEdit(file: span.file, range: start..<start, replacement: "["),
                TextEdit(file: span.file, range: end..<end, replacement: "]"),
            ])
    }
}
