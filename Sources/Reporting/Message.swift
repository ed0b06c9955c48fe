/// A sentence for people: English wording with the values in it kept apart, so that another language can order them
/// anew. Written as a string literal: `"no \(kind) named '\(name)'"`.
package struct Message: Sendable {
    /// The English wording with `{1}`, `{2}` … where the values stand: the key of its translations.
    package let template: String
    package let values: [Value]

    package enum Value: Sendable {
        /// Names and numbers, the same in every language.
        case text(String)
        /// Wording, translated in its turn.
        case message(Message)
    }

    /// Text that is in no language of ours: names, code, what another program said.
    package init(_ text: String) {
        template = "{1}"
        values = [.text(text)]
    }

    private init(template: String, values: [Value]) {
        self.template = template
        self.values = values
    }
}

extension Message: CustomStringConvertible {
    /// In English.
    package var description: String { text { $0 } }

    /// In another language; a template without a translation stays English.
    ///
    /// - Parameter translated: gives the template of a language for an English one.
    package func text(_ translated: (String) -> String) -> String {
        guard !values.isEmpty else { return translated(template) }
        var text = ""
        var rest = translated(template)[...]
        while let open = rest.firstIndex(of: "{") {
            text += rest[..<open]
            rest = rest[open...]
            guard let close = rest.firstIndex(of: "}"), let number = Int(rest[rest.index(after: open)..<close]),
                values.indices.contains(number - 1)
            else {
                text.append(rest.removeFirst())
                continue
            }
            switch values[number - 1] {
            case .text(let value): text += value
            case .message(let message): text += message.text(translated)
            }
            rest = rest[rest.index(after: close)...]
        }
        return text + rest
    }

    /// Of the message and of those within it.
    package var templates: [String] {
        values.reduce(into: [template]) { templates, value in
            if case .message(let message) = value { templates += message.templates }
        }
    }
}

/// Messages are the same where they read the same in English.
extension Message: Hashable {
    package static func == (a: Message, b: Message) -> Bool {
        a.isSpelled(as: b) || a.description == b.description
    }

    /// Whether template and values are the same: then nothing needs to be put together.
    private func isSpelled(as other: Message) -> Bool {
        template == other.template && values.count == other.values.count
            && zip(values, other.values).allSatisfy { own, others in
                switch (own, others) {
                case (.text(let text), .text(let otherText)): text == otherText
                case (.message(let message), .message(let otherMessage)): message.isSpelled(as: otherMessage)
                default: false
                }
            }
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension Message: ExpressibleByStringInterpolation {
    package init(stringLiteral value: String) { self.init(template: value, values: []) }

    package init(stringInterpolation: StringInterpolation) {
        self.init(template: stringInterpolation.template, values: stringInterpolation.values)
    }

    package struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var template = ""
        fileprivate var values: [Value] = []

        package init(literalCapacity: Int, interpolationCount: Int) { template.reserveCapacity(literalCapacity) }

        package mutating func appendLiteral(_ literal: String) { template += literal }

        package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
            append(.text(value.description))
        }

        package mutating func appendInterpolation(_ message: Message) { append(.message(message)) }

        private mutating func append(_ value: Value) {
            values.append(value)
            template += "{\(values.count)}"
        }
    }
}

extension Sequence<Message> {
    /// One message of several, with a text between each two.
    package func joined(separator: Message) -> Message {
        var rest = makeIterator()
        guard var joined = rest.next() else { return "" }
        while let next = rest.next() { joined = "\(joined)\(separator)\(next)" }
        return joined
    }
}
