package import Reporting

/// A value read by its `Shape`.
package indirect enum Item: Sendable {
    case text(Text)
    case integer(Located<Int>)
    case number(Located<Double>)
    case boolean(Located<Bool>)
    case duration(Located<Duration>)
    /// Bytes.
    case size(Located<Int>)
    /// 0...1.
    case share(Located<Double>)
    case list([Item], Span)
    case record(Record)
    case map([(name: Text, value: Item)], Span)
    /// Unread: `.any`.
    case node(Node)
    case null(Span)
}

extension Item {
    package var span: Span {
        switch self {
        case .text(let text): text.span
        case .integer(let value), .size(let value): value.span
        case .number(let value), .share(let value): value.span
        case .boolean(let value): value.span
        case .duration(let value): value.span
        case .list(_, let span), .map(_, let span), .null(let span): span
        case .record(let record): record.span
        case .node(let node): node.span
        }
    }

    /// Any scalar as text; numbers, booleans and durations in their plainest spelling.
    package var asText: Text? {
        switch self {
        case .text(let text): text
        case .integer(let value), .size(let value): Text(String(value.value), at: value.span)
        case .number(let value), .share(let value): Text("\(value.value)", at: value.span)
        case .boolean(let value): Text(String(value.value), at: value.span)
        case .duration(let value): Text(value.value.spelled, at: value.span)
        case .node(let node): node.scalar.map { Text($0.text, places: $0.places) }
        case .list, .record, .map, .null: nil
        }
    }

    package var asInteger: Located<Int>? {
        switch self {
        case .integer(let value), .size(let value): value
        default: nil
        }
    }

    package var asNumber: Located<Double>? {
        switch self {
        case .number(let value), .share(let value): value
        case .integer(let value): Located(Double(value.value), at: value.span)
        default: nil
        }
    }

    package var asBoolean: Located<Bool>? {
        if case .boolean(let value) = self { value } else { nil }
    }

    package var asDuration: Located<Duration>? {
        if case .duration(let value) = self { value } else { nil }
    }

    package var asRecord: Record? {
        if case .record(let record) = self { record } else { nil }
    }

    package var asList: [Item]? {
        if case .list(let items, _) = self { items } else { nil }
    }

    package var asMap: [(name: Text, value: Item)]? {
        if case .map(let pairs, _) = self { pairs } else { nil }
    }

    package var asNode: Node? {
        if case .node(let node) = self { node } else { nil }
    }
}
