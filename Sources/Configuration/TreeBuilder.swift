import Reporting

/// Builds the tree from events, one at a time.
struct TreeBuilder {
    private(set) var found = Diagnostics()
    /// False after the end, or after a finding that makes going on senseless.
    private(set) var isOpen = true
    private(set) var root: Node?
    private var hasFailed = false
    private let source: SourceText
    private let limits: YAMLLimits
    private var places: PlaceFinder
    private var frames: [Frame] = []
    private var anchors: [String: Anchor] = [:]
    private var documents = 0
    private var nodes = 0
    /// Line of the last unquoted template: a syntax error on it is the same mistake.
    private var templateLine = 0

    init(_ source: SourceText, limits: YAMLLimits) {
        self.source = source
        self.limits = limits
        places = PlaceFinder(source)
    }

    var tree: Node? {
        guard !hasFailed else { return nil }
        let empty = Span.startOf(source.path)
        return root ?? Node(.scalar(Scalar("", places: TextPlaces(span: empty))), at: empty)
    }

    /// A list or mapping that is not closed yet.
    private struct Frame {
        let isMapping: Bool
        let isFlow: Bool
        let start: Int
        let anchor: String?
        /// `{{ x }}`: kept as text.
        let isTemplate: Bool
        var items: [Node] = []
        var mapping: MappingBuilder
        var size = 1
        /// Where the last key, value or alias in it ends.
        var lastEnd: Position?

        init(_ source: SourceText, _ form: CollectionForm, start: Int, anchor: String?, isTemplate: Bool) {
            isMapping = form.isMapping
            isFlow = form.isFlow
            self.start = start
            self.anchor = anchor
            self.isTemplate = isTemplate
            mapping = MappingBuilder(source)
        }
    }

    private struct Anchor {
        let span: Span
        /// Nil while the anchored node is still being read.
        var node: Node?
        /// Nodes in it, aliases expanded.
        var size = 0
        var isUsed = false
    }

    mutating func take(_ event: YAMLEvent) {
        switch event.kind {
        case .documentStart: startDocument(event)
        case .streamEnd: finish()
        case .other: break
        case .alias(let name): addAlias(name, at: event.start..<event.end)
        case .scalar(let text, let style, let tag, let anchor):
            addScalar(text, style: style, tag: tag, anchor: anchor, event: event)
        case .collectionStart(let form, let anchor): startCollection(form, anchor: anchor, event: event)
        case .collectionEnd: endCollection(event)
        }
    }

    mutating func takeProblem(_ problem: YAMLProblem) {
        let diagnostic = problem.diagnostic(in: source)
        if diagnostic.span.start.line != templateLine { found.report(diagnostic) }
        fail()
    }

    private mutating func fail() {
        hasFailed = true
        isOpen = false
    }

    private mutating func startDocument(_ event: YAMLEvent) {
        documents += 1
        guard documents > 1 else { return }
        isOpen = false
        found.report(
            Diagnostic(
                .yamlExtraDocument,
                "a second document starts here; a file holds one",
                at: places.span(event.start..<event.end),
                help: "move it to a file of its own, or remove the '---'"
            )
        )
    }

    private mutating func finish() {
        isOpen = false
        for (name, anchor) in anchors.sorted(by: { $0.key < $1.key }) where !anchor.isUsed {
            found.report(
                Diagnostic(
                    .yamlAnchor,
                    "anchor '\(name)' is never used",
                    at: anchor.span,
                    help: "remove '&\(name)'",
                    severity: .warning,
                    fix: Fix(.safe, "remove '&\(name)'", [source.removal(ofAnchor: anchor.span)])
                )
            )
        }
    }

    // MARK: Leaves

    private mutating func addScalar(
        _ text: String,
        style: Scalar.Style,
        tag: String?,
        anchor: String?,
        event: YAMLEvent
    ) {
        declare(anchor, at: event.start)
        let start = source.utf8.contentStart(from: event.start, to: event.end)
        var end = event.end
        if style == .literal || style == .folded {
            while end > start, source.utf8[end - 1] <= UInt8(ascii: " ") { end -= 1 }
        }
        let span = places.span(start..<max(start, end))
        let scalar = Scalar(
            text,
            style: style,
            tag: tag,
            places: textPlaces(of: text, style: style, in: source, at: span)
        )
        add(Node(.scalar(scalar), at: span), size: 1, anchor: anchor)
    }

    private mutating func addAlias(_ name: String, at range: Range<Int>) {
        let span = places.span(range)
        guard let anchor = anchors[name] else {
            report(.yamlAnchor, "no anchor '&\(name)' before this alias", at: span, near: name)
            return add(.broken(at: span), size: 1, anchor: nil)
        }
        anchors[name]?.isUsed = true
        guard let node = anchor.node else {
            report(.yamlAnchor, "alias '*\(name)' stands inside the value it names", at: span, near: nil)
            return add(.broken(at: span), size: 1, anchor: nil)
        }
        add(node, size: anchor.size, anchor: nil, keySpan: span)
    }

    private mutating func report(_ rule: Rule, _ message: Message, at span: Span, near name: String?) {
        let closest = name.flatMap { closestName(to: $0, among: anchors.keys) }
        let quoting: Message = "quote the text if '*' is meant literally"
        let fix: Fix? =
            if let name, let closest {
                Fix(.unsafe, "replace '*\(name)' by '*\(closest)'", [TextEdit(span, "*\(closest)")])
            } else {
                nil
            }
        found.report(
            Diagnostic(rule, message, at: span, help: closest.map { "did you mean '*\($0)'?" } ?? quoting, fix: fix)
        )
    }

    private mutating func declare(_ anchor: String?, at start: Int) {
        guard let anchor else { return }
        let offset = source.utf8[start...].firstIndex(of: UInt8(ascii: "&")) ?? start
        anchors[anchor] = Anchor(span: places.span(offset..<offset + 1 + anchor.utf8.count))
    }

    // MARK: Lists and mappings

    private mutating func startCollection(_ form: CollectionForm, anchor: String?, event: YAMLEvent) {
        guard frames.count < limits.depth else {
            found.report(
                Diagnostic(
                    .yamlExpansionLimit,
                    "more than \(limits.depth) lists and mappings inside each other",
                    at: places.span(event.start..<event.end)
                )
            )
            return fail()
        }
        declare(anchor, at: event.start)
        let start = source.utf8.contentStart(from: event.start, to: source.utf8.count)
        var isTemplate = false
        if form.isMapping, form.isFlow, source.utf8[start...].starts(with: Array("{{".utf8)) {
            isTemplate = true
            reportTemplate(at: start)
        }
        frames.append(
            Frame(source, form, start: start, anchor: anchor, isTemplate: isTemplate)
        )
    }

    private mutating func reportTemplate(at start: Int) {
        let end = source.utf8[start...].firstRange(of: "}}".utf8)?.upperBound ?? start + 2
        let text = String(decoding: source.utf8[start..<end], as: UTF8.self)
        let span = places.span(start..<end)
        templateLine = span.end.line
        found.report(
            Diagnostic(
                .yamlUnquotedTemplate,
                "'{{' without quotes starts a mapping",
                at: span,
                help: text.contains("\n") || text.contains("\"") ? "quote the value" : "quote it: \"\(text)\"",
                fix: source.quoting(template: start..<end, isInside: frames.contains(where: \.isFlow))
            )
        )
    }

    private mutating func endCollection(_ event: YAMLEvent) {
        guard var frame = frames.popLast() else { return }
        if frame.isTemplate {
            let span = places.span(frame.start..<event.end)
            let text = String(decoding: source.utf8[frame.start..<event.end], as: UTF8.self)
            return add(
                Node(.scalar(Scalar(text, style: .doubleQuoted, places: TextPlaces(span: span))), at: span),
                size: 1,
                anchor: frame.anchor
            )
        }
        let span = span(of: frame, end: event.end)
        var content = Node.Content.sequence(frame.items)
        if frame.isMapping {
            let entries = frame.mapping.finish()
            content = .mapping(frame.isFlow ? entries.withoutTornValues(in: source, found: &found) : entries)
        }
        found.report(contentsOf: frame.mapping.found)
        add(Node(content, at: span), size: frame.size, anchor: frame.anchor)
    }

    /// A block ends with its last value, not where the next token happens to stand.
    private mutating func span(of frame: Frame, end: Int) -> Span {
        let start = places.position(at: frame.start)
        let limit = frame.isFlow ? places.position(at: end) : max(start, frame.lastEnd ?? start)
        return Span(file: source.path, start: start, end: limit)
    }

    /// `keySpan` is where an alias stands, when it differs from the node's place.
    private mutating func add(_ node: Node, size: Int, anchor: String?, keySpan: Span? = nil) {
        // The nodes inside a list or mapping were counted one by one; those behind an alias were not.
        nodes += keySpan == nil ? 1 : size
        guard nodes <= limits.nodes else {
            found.report(
                Diagnostic(
                    .yamlExpansionLimit,
                    "more than \(limits.nodes) values once aliases are expanded",
                    at: keySpan ?? node.span
                )
            )
            return fail()
        }
        if let anchor {
            anchors[anchor]?.node = node
            anchors[anchor]?.size = size
        }
        guard let last = frames.indices.last else {
            root = node
            return
        }
        frames[last].size += size
        frames[last].lastEnd = (keySpan ?? node.span).end
        guard !frames[last].isTemplate else { return }
        if frames[last].isMapping {
            frames[last].mapping.take(node, at: keySpan ?? node.span)
        } else {
            frames[last].items.append(node)
        }
    }
}
