package import Reporting

/// JSON Schema (draft 2020-12) of what a spec describes, for editors and other validators.
extension KindSpec {
    /// A whole document. Keys that the reader would refuse are refused here too.
    package func jsonSchema(title: String, id: String) -> JSONText {
        .object(
            [
                ("$schema", .string("https://json-schema.org/draft/2020-12/schema")), ("$id", .string(id)),
                ("title", .string(title)),
            ] + object)
    }

    /// A mapping, or what its shorthand stands for.
    var jsonSchema: JSONText {
        guard let shorthand, let field = self[field: shorthand] else {
            return canBeEmpty
                ? .object([("anyOf", .array([.object(object), .null(described: nil)]))]) : .object(object)
        }
        let forms = [JSONText.object(object), field.shape.jsonSchema] + (canBeEmpty ? [.null(described: nil)] : [])
        return .object([("description", .string(summary)), ("anyOf", .array(forms))])
    }

    private var object: [(String, JSONText)] {
        var members: [(String, JSONText)] = [
            ("description", .string(summary)), ("type", .string("object")),
            ("properties", .object(fields.map { ($0.name, $0.jsonSchema) })), ("additionalProperties", .bool(false)),
        ]
        let required = fields.filter(\.isRequired).map(\.name)
        if !required.isEmpty { members.append(("required", .names(required))) }
        let groups = exactlyOne.map { group in
            JSONText.object([("oneOf", .array(group.map { .object([("required", .names([$0]))]) }))])
        }
        if !groups.isEmpty { members.append(("allOf", .array(groups))) }
        return members
    }
}

extension Field {
    fileprivate var jsonSchema: JSONText {
        var notes: [(String, JSONText)] = [("description", .string(doc))]
        // Defaults and examples are written in YAML; only what is plain text in both reads the same as JSON.
        if let value = `default`.flatMap(plainJSON) { notes.append(("default", value)) }
        if let value = example.flatMap(plainJSON) { notes.append(("examples", .array([value]))) }
        guard case .object(let members) = shape.jsonSchema else { return .object(notes) }
        let named = members.filter { member in !notes.contains { $0.0 == member.0 } }
        return .object(notes + named)
    }
}

/// A YAML scalar of one line as JSON; nil for lists, mappings and anything with escapes.
private func plainJSON(_ yaml: String) -> JSONText? {
    var found = Diagnostics()
    guard let scalar = parseYAML(SourceText(path: "", text: yaml), found: &found)?.scalar else { return nil }
    return switch scalar.core {
    case .integer(let value): .integer(value)
    case .number(let value): .double(value)
    case .boolean(let value): .bool(value)
    case .text: .string(scalar.text)
    case .null: nil
    }
}

extension JSONText {
    static func names(_ names: [String]) -> JSONText { .array(names.map { .string($0) }) }

    /// No value at all, as a key without one is read.
    static func null(described text: String?) -> JSONText {
        var members: [(String, JSONText)] = [("type", .string("null"))]
        if let text { members.append(("description", .string(text))) }
        return .object(members)
    }
}
