import Reporting

extension RecordReader {
    func readRecord(_ node: Node, as spec: KindSpec, in context: Context, found: inout Diagnostics) -> Reading {
        let shorthand = spec.shorthand.flatMap { spec[field: $0] }
        if let entries = node.entries, !isShorthand(entries, shorthand, of: spec) {
            return readFields(entries, of: node, as: spec, in: context, found: &found)
        }
        if node.isNull, node.scalar?.text.isEmpty == true || shorthand == nil {
            guard node.scalar?.text.isEmpty == true || spec.canBeEmpty else {
                reportShape(node, Shape.record(spec).phrase, in: context, help: nil, found: &found)
                return .wrong
            }
            return readFields([], of: node, as: spec, in: context, found: &found)
        }
        guard let shorthand, shorthand.shape.takesForm(of: node) else {
            reportShape(node, Shape.record(spec).phrase, in: context, help: mappingHelp(spec), found: &found)
            return .wrong
        }
        let reading = read(node, shape: shorthand.shape, in: context, found: &found)
        let field = Record.ReadField(keySpan: node.span, item: reading.item)
        return checkedRecord(
            [shorthand.name: field], isComplete: reading.isComplete, missing: [], node, spec, context, &found)
    }

    private func mappingHelp(_ spec: KindSpec) -> Message? {
        spec.fields.isEmpty ? nil : "its keys: \(listed(spec.fields.map(\.name), joinedBy: .and))"
    }

    /// Whether a mapping is the value of the shorthand and not the long form: none of its keys is a field.
    private func isShorthand(_ entries: [Node.Entry], _ shorthand: Field?, of spec: KindSpec) -> Bool {
        guard let shorthand, !entries.isEmpty, shorthand.shape.takesMapping else { return false }
        return !entries.contains { spec[field: $0.key] != nil }
    }

    private func readFields(
        _ entries: [Node.Entry],
        of node: Node,
        as spec: KindSpec,
        in context: Context,
        found: inout Diagnostics
    ) -> Reading {
        var fields: [String: Record.ReadField] = [:]
        var isComplete = context.misplaced.isEmpty
        var meant = context.misplaced
        let parents = context.parents + [(context.isItem ? spec.name : context.name, spec)]
        for entry in entries {
            guard let field = spec[field: entry.key] else {
                isComplete = false
                if let near = reportUnknown(entry, in: node, of: spec, in: context, found: &found) {
                    meant.insert(near)
                }
                continue
            }
            let inner = Context(name: entry.key, keySpan: entry.keySpan, parents: parents)
            let reading = read(entry.value, shape: field.shape, in: inner, found: &found)
            if !reading.isComplete { isComplete = false }
            fields[entry.key] = Record.ReadField(keySpan: entry.keySpan, item: reading.item)
        }
        return checkedRecord(fields, isComplete: isComplete, missing: meant, node, spec, context, &found)
    }

    /// Checks what must be there. A misspelt key (`missing`) is reported already.
    private func checkedRecord(
        _ fields: [String: Record.ReadField],
        isComplete: Bool,
        missing meant: Set<String>,
        _ node: Node,
        _ spec: KindSpec,
        _ context: Context,
        _ found: inout Diagnostics
    ) -> Reading {
        var isComplete = isComplete
        let name = context.isItem ? spec.name : context.name
        let place = context.keySpan ?? node.entries?.first?.keySpan ?? node.span
        for field in spec.fields where field.isRequired && fields[field.name] == nil {
            isComplete = false
            guard !meant.contains(field.name) else { continue }
            found.report(
                Diagnostic(
                    .missingRequired,
                    name == field.name ? "'\(name)' is missing" : "'\(name)' lacks '\(field.name)'",
                    at: place,
                    help: field.example.map { "write '\(field.name): \($0)'" }
                        ?? "'\(field.name)' is \(field.shape.phrase)"
                )
            )
        }
        for group in spec.exactlyOne {
            let written = group.compactMap { name in fields[name].map { (name: name, span: $0.keySpan) } }
                .sorted { $0.span.start.offset < $1.span.start.offset }
            if written.isEmpty, meant.isDisjoint(with: group) {
                isComplete = false
                found.report(
                    Diagnostic(.exclusiveKeys, "'\(name)' needs one of \(listed(group, joinedBy: .and))", at: place)
                )
            }
            for second in written.dropFirst() {
                isComplete = false
                reportExclusive(written[0], second, &found)
            }
        }
        let record = Record(
            spec: spec,
            span: node.span,
            nameSpan: context.keySpan ?? node.span,
            isComplete: isComplete,
            fields: fields
        )
        return Reading(item: .record(record), isComplete: isComplete)
    }

    private typealias WrittenKey = (name: String, span: Span)

    private func reportExclusive(
        _ first: WrittenKey,
        _ second: WrittenKey,
        _ found: inout Diagnostics
    ) {
        found.report(
            Diagnostic(
                .exclusiveKeys,
                "'\(first.name)' and '\(second.name)' cannot stand together",
                at: second.span,
                notes: [Diagnostic.Note("'\(first.name)' is here", at: first.span)],
                help: "keep one of them"
            )
        )
    }
}

extension Shape {
    /// Whether a mapping may stand for the shape.
    var takesMapping: Bool {
        switch self {
        case .map, .record, .variant, .any: true
        case .oneOrMany(let item): item.takesMapping
        case .either(let shapes): shapes.contains(where: \.takesMapping)
        default: false
        }
    }
}
