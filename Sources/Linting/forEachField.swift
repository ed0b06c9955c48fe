package import Configuration

/// A key that was written, with the description of what may stand there.
package struct WrittenField {
    /// Keys and places in lists on the way from the root, this one included.
    package var path: [String]
    package var spec: KindSpec
    package var field: Field
    package var entry: Node.Entry
}

/// Visits every known key of a tree, outer ones first, by the spec of its root. Keys that the spec does not know are
/// passed over: reading has reported them.
package func forEachField(in node: Node, as spec: KindSpec, at path: [String] = [], _ visit: (WrittenField) -> Void) {
    guard let entries = node.entries else {
        // A bare value stands for one field.
        if let short = spec.shorthand, let field = spec[field: short] {
            descend(into: node, shape: field.shape, at: path, visit)
        }
        return
    }
    for entry in entries {
        guard let field = spec[field: entry.key] else { continue }
        let path = path + [entry.key]
        visit(WrittenField(path: path, spec: spec, field: field, entry: entry))
        descend(into: entry.value, shape: field.shape, at: path, visit)
    }
}

private func descend(into node: Node, shape: Shape, at path: [String], _ visit: (WrittenField) -> Void) {
    switch shape {
    case .record(let spec): forEachField(in: node, as: spec, at: path, visit)
    case .map(let shape):
        node.entries?.forEach { descend(into: $0.value, shape: shape, at: path + [$0.key], visit) }
    case .list(let shape), .oneOrMany(let shape):
        for (place, item) in (node.items ?? [node]).enumerated() {
            descend(into: item, shape: shape, at: path + ["\(place)"], visit)
        }
    case .variant(let specs):
        node.entries?.forEach { entry in
            guard let spec = specs.first(where: { $0.name == entry.key }) else { return }
            forEachField(in: entry.value, as: spec, at: path + [entry.key], visit)
        }
    case .either(let shapes):
        for shape in shapes where shape.suits(node) {
            descend(into: node, shape: shape, at: path, visit)
            return
        }
    default: break
    }
}

extension Shape {
    /// Whether the node's form is one that the shape takes.
    fileprivate func suits(_ node: Node) -> Bool {
        switch (self, node.content) {
        case (.list, .sequence), (.oneOrMany, .sequence), (.map, .mapping), (.record, .mapping), (.variant, .mapping):
            true
        case (.list, _), (.map, _): false
        case (.record(let spec), .scalar): spec.shorthand != nil
        case (.oneOrMany(let shape), _): shape.suits(node)
        case (.variant, .scalar): true
        case (_, .scalar): true
        default: false
        }
    }
}
