package import Reporting

/// A node read by its `KindSpec`. A field whose value was wrong is absent, so that readers can go on and find more.
package struct Record: Sendable {
    package let spec: KindSpec
    /// Of the value.
    package let span: Span
    /// Of the key that names the kind of a variant (`csv` in `csv: {…}`), or of the key the record stands behind.
    package let nameSpan: Span
    /// Whether all required fields are there and nothing written was wrong.
    package let isComplete: Bool
    private let fields: [String: ReadField]

    /// A key that was written; `item` is nil when its value was wrong.
    package struct ReadField: Sendable {
        package let keySpan: Span
        package let item: Item?

        package init(keySpan: Span, item: Item?) {
            self.keySpan = keySpan
            self.item = item
        }
    }

    package init(spec: KindSpec, span: Span, nameSpan: Span, isComplete: Bool, fields: [String: ReadField]) {
        self.spec = spec
        self.span = span
        self.nameSpan = nameSpan
        self.isComplete = isComplete
        self.fields = fields
    }

    /// The name of the spec: the kind, when the record came from a variant.
    package var kind: String { spec.name }

    /// Whether the key was written, with whatever value.
    package func has(_ name: String) -> Bool { fields[name] != nil }

    package func keySpan(_ name: String) -> Span? { fields[name]?.keySpan }

    package func item(_ name: String) -> Item? { fields[name]?.item }

    /// Any scalar field as text.
    package func text(_ name: String) -> Text? { item(name)?.asText }

    package func integer(_ name: String) -> Located<Int>? { item(name)?.asInteger }

    package func number(_ name: String) -> Located<Double>? { item(name)?.asNumber }

    package func boolean(_ name: String) -> Located<Bool>? { item(name)?.asBoolean }

    package func duration(_ name: String) -> Located<Duration>? { item(name)?.asDuration }

    /// Bytes.
    package func size(_ name: String) -> Located<Int>? { item(name)?.asInteger }

    /// 0...1.
    package func share(_ name: String) -> Located<Double>? { item(name)?.asNumber }

    /// The scalars of a list, or one scalar as a list of one; empty when absent.
    package func texts(_ name: String) -> [Text] { items(name).compactMap(\.asText) }

    package func record(_ name: String) -> Record? { item(name)?.asRecord }

    /// The records of a list, or one record as a list of one; empty when absent.
    package func records(_ name: String) -> [Record] { items(name).compactMap(\.asRecord) }

    /// In the file's order; empty when absent.
    package func map(_ name: String) -> [(name: Text, value: Item)] {
        guard let item = item(name), let pairs = item.asMap else { return [] }
        return pairs
    }

    /// The items of a list, or one item as a list of one; empty when absent.
    package func items(_ name: String) -> [Item] {
        guard let item = item(name) else { return [] }
        return item.asList ?? [item]
    }
}
