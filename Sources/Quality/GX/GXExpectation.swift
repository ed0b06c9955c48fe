import Configuration
import Reporting

/// One expectation of a Great Expectations suite, rewritten as one of ours and read by its spec, so that both forms
/// obey the same rules. Every rewritten node keeps its place in their file.
struct GXExpectation {
    private let node: Node
    private let parameters: Node?

    init(_ node: Node, parameters: Node?) {
        self.node = node
        self.parameters = parameters
    }

    func read(reader: RecordReader, found: inout Diagnostics) -> [Expectation] {
        guard let typeNode = node["type"] ?? node["expectation_type"], let type = typeNode.scalar?.text else {
            found.report(
                Diagnostic(
                    .unknownExpectation,
                    "an expectation without a 'type'",
                    at: node.span,
                    help: "add 'type', such as \"expect_column_values_to_not_be_null\""
                )
            )
            return []
        }
        guard let (kind, form) = gxForm(named: type) else {
            found.report(.unsupported(Located(type, at: typeNode.span)))
            return []
        }
        let before = found.items.count
        let given = kindArguments(of: kind, form, found: &found)
        // A mistyped argument is also one that lacks: that would be the same mistake, told twice.
        let isWhole = found.items.count == before
        let fields = given + common(found: &found)
        guard isWhole else { return [] }
        let rewritten = Node(.mapping(fields), at: node["kwargs"]?.span ?? node.span)
        guard let record = reader.read(rewritten, as: kind.spec, found: &found) else { return [] }
        return Expectation.read(record, found: &found).map { expectation in
            var expectation = expectation
            expectation.span = node.span
            expectation.origin = GXOrigin(
                type: form.name,
                kwargs: originalKwargs,
                meta: node["meta"].map(JSONText.init) ?? .object([])
            )
            return expectation
        }
    }

    private var kwargs: [Node.Entry] { node.entries(of: "kwargs") }

    private var originalKwargs: [(String, JSONText)] {
        kwargs.filter { !ignoredArguments.contains($0.key) }.map {
            ($0.key, JSONText(valueOrParameter($0.value) ?? $0.value))
        }
    }

    /// The arguments as fields of the kind. One that is null is left out: in their suites it says the default.
    private func kindArguments(of kind: any ExpectationKind.Type, _ form: GXForm, found: inout Diagnostics) -> [Node
        .Entry]
    {
        var fields: [Node.Entry] = []
        for entry in kwargs where !ignoredArguments.contains(entry.key) && !commonArguments.contains(entry.key) {
            guard let names = form.arguments.first(where: { $0.0 == entry.key })?.1 else {
                found.report(.unknownArgument(entry, of: form))
                continue
            }
            guard let value = valueOrParameter(entry.value) else {
                found.report(.unknownParameter(entry.value))
                continue
            }
            guard !value.isNull else { continue }
            for name in names {
                fields.append(Node.Entry(key: name, keySpan: entry.keySpan, value: value.asMembers))
            }
        }
        return fields
    }

    /// What every expectation can carry, beside its arguments or among them.
    private func common(found: inout Diagnostics) -> [Node.Entry] {
        var fields: [Node.Entry] = []
        func add(_ key: String, _ value: Node?) {
            guard let value, !value.isNull else { return }
            fields.append(Node.Entry(key: key, keySpan: value.span, value: value))
        }
        add("mostly", node["kwargs"]?["mostly"])
        add("severity", node["severity"])
        add("id", node["id"])
        add("note", note)
        if let condition = node["kwargs"]?["row_condition"], !condition.isNull {
            add("where", GXCondition(condition).rewritten(found: &found))
        }
        return fields
    }

    /// 1.x keeps notes beside the arguments, as a text or a list; 0.18 inside 'meta'.
    private var note: Node? {
        guard let notes = node["notes"] ?? node["meta"]?["notes"]?["content"] ?? node["meta"]?["notes"] else {
            return nil
        }
        if notes.scalar != nil { return notes }
        guard let lines = notes.items?.compactMap(\.scalar?.text) else { return nil }
        return lines.isEmpty ? nil : Node(text: lines.joined(separator: "\n"), at: notes.span)
    }

    /// The value, or what a `{"$PARAMETER": "name"}` stands for; nil where nothing gives that name a value.
    private func valueOrParameter(_ value: Node) -> Node? {
        guard let name = value["$PARAMETER"]?.scalar?.text else { return value }
        return parameters?[name]
    }
}

/// Arguments that say how their tool runs, not what is expected. The last two of them convert values that have types
/// here.
private let ignoredArguments: Set = [
    "auto", "batch_id", "catch_exceptions", "condition_parser", "include_config", "profiler_config", "result_format",
    "table", "allow_cross_type_comparisons", "parse_strings_as_datetimes",
]
private let commonArguments: Set = ["mostly", "row_condition"]

extension Diagnostic {
    fileprivate static func unsupported(_ type: Located<String>) -> Diagnostic {
        let known = gxForms.keys
        let name = snakeCased(type.value)
        let closest = closestName(to: name, among: known)
        return Diagnostic(
            .unknownExpectation,
            "'\(type.value)' is not supported",
            at: type.span,
            help: closest.map { "did you mean '\($0)'?" }
                ?? "say it with 'expression' in a suite of Esteira's own form",
            fix: closest.flatMap(type.respelled)
        )
    }

    fileprivate static func unknownArgument(_ entry: Node.Entry, of form: GXForm) -> Diagnostic {
        let known = form.arguments.map(\.0) + commonArguments.sorted()
        let closest = closestName(to: entry.key, among: known)
        return Diagnostic(
            .unknownExpectation,
            "'\(form.name)' has no argument '\(entry.key)'",
            at: entry.keySpan,
            help: closest.map { "did you mean '\($0)'?" } ?? "it takes \(known.joined(separator: ", "))",
            fix: closest.flatMap(Located(entry.key, at: entry.keySpan).respelled)
        )
    }

    fileprivate static func unknownParameter(_ node: Node) -> Diagnostic {
        let name = node["$PARAMETER"]?.scalar?.text ?? ""
        return Diagnostic(
            .unknownExpectation,
            "the parameter '\(name)' has no value",
            at: node.span,
            help: "give it one under 'suite_parameters', or write the value in its place"
        )
    }
}
