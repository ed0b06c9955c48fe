package import Reporting

/// A YAML or JSON value with its place in the file. An aliased node has the place of its definition.
package struct Node: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
        case scalar(Scalar)
        case sequence([Node])
        case mapping([Entry])
    }

    package let content: Content
    /// From the first character of the value to the place after its last, without anchor, tag and comments.
    package let span: Span
    /// It stands for what could not be read, as reported; nothing more is said about it.
    package let isBroken: Bool

    package init(_ content: Content, at span: Span, isBroken: Bool = false) {
        self.content = content
        self.span = span
        self.isBroken = isBroken
    }

    /// One `key: value` of a mapping. Keys of one mapping differ.
    package struct Entry: Sendable, Hashable {
        package let key: String
        package let keySpan: Span
        package let value: Node

        package init(key: String, keySpan: Span, value: Node) {
            self.key = key
            self.keySpan = keySpan
            self.value = value
        }
    }
}

extension Node {
    package var scalar: Scalar? {
        guard case .scalar(let scalar) = content else { return nil }
        return scalar
    }

    /// The items of a sequence; nil for anything else.
    package var items: [Node]? {
        guard case .sequence(let items) = content else { return nil }
        return items
    }

    /// The entries of a mapping, in the file's order; nil for anything else.
    package var entries: [Entry]? {
        guard case .mapping(let entries) = content else { return nil }
        return entries
    }

    /// The entries of the mapping behind a key; none where there is no such mapping.
    package func entries(of key: String) -> [Entry] {
        guard let entries = self[key]?.entries else { return [] }
        return entries
    }

    /// The items of the sequence behind a key; none where there is no such sequence.
    package func items(of key: String) -> [Node] {
        guard let items = self[key]?.items else { return [] }
        return items
    }

    /// The keys of a mapping, in the file's order; none for anything else.
    package var keys: [String] {
        guard let entries else { return [] }
        return entries.map(\.key)
    }

    /// The entry of a mapping that has the key.
    package subscript(entry key: String) -> Entry? { entries?.first { $0.key == key } }

    /// The value behind a key of a mapping.
    package subscript(key: String) -> Node? { self[entry: key]?.value }

    /// Nothing after the colon, or `null` or `~` without quotes.
    package var isNull: Bool { scalar?.core == .null }
}

/// A leaf of the tree: text, as it reads after unquoting and unfolding.
package struct Scalar: Sendable, Hashable {
    package enum Style: Sendable, Hashable { case plain, singleQuoted, doubleQuoted, literal, folded }

    package let text: String
    package let style: Style
    /// An explicit tag such as `!!str`; rare.
    package let tag: String?
    /// Where each part of the text stands in the file.
    package let places: TextPlaces

    package init(_ text: String, style: Style = .plain, tag: String? = nil, places: TextPlaces) {
        self.text = text
        self.style = style
        self.tag = tag
        self.places = places
    }

    /// What the text means in the YAML 1.2 core schema; quoted and block scalars are always text.
    package var core: CoreValue {
        if tag == "tag:yaml.org,2002:str" { return .text }
        return style == .plain ? CoreValue(text) : .text
    }
}
