import Configuration
import Reporting

extension Node {
    /// A text that stands for something written at `span`.
    init(text: String, at span: Span) {
        self.init(.scalar(Scalar(text, style: .doubleQuoted, places: TextPlaces(span: span))), at: span)
    }

    /// A list without its null items, each as a text, which is how the members of our sets are read; anything else as
    /// it is.
    var asMembers: Node {
        guard let items else { return self }
        let members = items.filter { !$0.isNull }.map { item in
            item.scalar.map { Node(text: $0.text, at: item.span) } ?? item
        }
        return Node(.sequence(members), at: span)
    }
}

extension JSONText {
    /// The value as it was written.
    init(_ node: Node) {
        switch node.content {
        case .mapping(let entries): self = .object(entries.map { ($0.key, JSONText($0.value)) })
        case .sequence(let items): self = .array(items.map { JSONText($0) })
        case .scalar(let scalar):
            self =
                switch scalar.core {
                case .null: .null
                case .boolean(let flag): .bool(flag)
                case .integer(let number): .integer(number)
                case .number(let number): .double(number)
                case .text: .string(scalar.text)
                }
        }
    }
}
