import Reporting

extension Shape {
    /// What JSON Schema can say of the shape. A value that is not text may also be a variable: `${params.rows}`.
    var jsonSchema: JSONText {
        switch self {
        case .string, .template, .column, .expression: Self.scalar
        case .name:
            .object([("type", .string("string")), ("pattern", .string("^([A-Za-z_][A-Za-z0-9_]{0,62}|.*\\$\\{.*)$"))])
        case .integer(let range): Self.orVariable(Self.integerMembers(range))
        case .number(let range): Self.orVariable(Self.numberMembers(range))
        case .boolean: Self.orVariable([("type", .string("boolean"))])
        case .duration: Self.patternSchema(#"([0-9]+(\.[0-9]+)?(ms|s|m|h|d))+"#)
        case .size: Self.orVariable(Self.sized, #"[0-9]+([KMGT]i?B|B)?"#)
        case .share: Self.orVariable(Self.numberMembers(0...1), #"[0-9]+(\.[0-9]+)?%"#)
        case .choice(let words):
            .object([("anyOf", .array([.object([("enum", .names(words))]), Self.variable]))])
        case .list(let item): Self.listSchema(item)
        case .oneOrMany(let item): .object([("anyOf", .array([item.jsonSchema, Self.listSchema(item)]))])
        case .map(let item): .object([("type", .string("object")), ("additionalProperties", item.jsonSchema)])
        case .record(let spec): spec.jsonSchema
        case .variant(let kinds): Self.oneKind(of: kinds)
        case .either(let shapes): .object([("anyOf", .array(shapes.map(\.jsonSchema)))])
        case .any: .object([])
        }
    }

    /// Text is what any scalar is where text is asked for.
    private static let scalar = JSONText.object([("type", .names(["string", "number", "boolean"]))])

    private static let variable = JSONText.object([("type", .string("string")), ("pattern", .string(#"\$\{.*\}"#))])

    private static func listSchema(_ item: Shape) -> JSONText {
        .object([("type", .string("array")), ("items", item.jsonSchema)])
    }

    private static func orVariable(_ members: [(String, JSONText)], _ pattern: String? = nil) -> JSONText {
        let written = pattern.map { [patternSchema($0)] } ?? [variable]
        return .object([("anyOf", .array([.object(members)] + written))])
    }

    private static func patternSchema(_ pattern: String) -> JSONText {
        .object([("type", .string("string")), ("pattern", .string("^(\(pattern)|.*\\$\\{.*\\}.*)$"))])
    }

    private static func integerMembers(_ range: ClosedRange<Int>) -> [(String, JSONText)] {
        var members: [(String, JSONText)] = [("type", .string("integer"))]
        if range.lowerBound != .min { members.append(("minimum", .integer(range.lowerBound))) }
        if range.upperBound != .max { members.append(("maximum", .integer(range.upperBound))) }
        return members
    }

    private static func numberMembers(_ range: ClosedRange<Double>) -> [(String, JSONText)] {
        var members: [(String, JSONText)] = [("type", .string("number"))]
        if range.lowerBound > -Double.greatestFiniteMagnitude { members.append(("minimum", .double(range.lowerBound))) }
        if range.upperBound < Double.greatestFiniteMagnitude { members.append(("maximum", .double(range.upperBound))) }
        return members
    }

    private static let sized: [(String, JSONText)] = [("type", .string("integer")), ("minimum", .integer(0))]

    /// `csv: {…}`, or the bare word of a kind that needs nothing.
    private static func oneKind(of kinds: [KindSpec]) -> JSONText {
        let mapping = JSONText.object([
            ("type", .string("object")), ("minProperties", .integer(1)), ("maxProperties", .integer(1)),
            ("properties", .object(kinds.map { ($0.name, $0.jsonSchema) })), ("additionalProperties", .bool(false)),
        ])
        let bare = kinds.filter(\.canBeEmpty).map(\.name)
        guard !bare.isEmpty else { return mapping }
        return .object([("anyOf", .array([mapping, .object([("enum", .names(bare))])]))])
    }
}
