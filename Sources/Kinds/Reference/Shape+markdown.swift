import Configuration

extension Shape {
    /// What a value looks like, in the words of a reference table.
    var markdown: String {
        switch self {
        case .string: "text"
        case .template(let names): "text with " + names.map { "`${\($0)}`" }.joined(separator: ", ")
        case .name: "name"
        case .column: "column"
        case .expression: "[expression](../expressions.md)"
        case .integer(let range): "whole number" + bounds(range, widest: Int.min...Int.max)
        case .number(let range):
            "number" + bounds(range, widest: -Double.greatestFiniteMagnitude...Double.greatestFiniteMagnitude)
        case .boolean: "`true` or `false`"
        case .duration: "duration"
        case .size: "size"
        case .share: "share"
        case .choice(let words): listedWords(words)
        case .list(let item): "list: \(item.markdown)"
        case .oneOrMany(let item): "\(item.markdown), or a list"
        case .map(let item): "mapping: \(item.markdown)"
        case .record(let spec):
            spec.shorthand.flatMap { spec[field: $0] }.map { "\($0.shape.markdown), or a mapping" } ?? "mapping"
        case .variant(let kinds): kinds.count > 4 ? "one kind" : listedWords(kinds.map(\.name))
        case .either(let shapes): shapes.map(\.markdown).joined(separator: ", or ")
        case .any: "anything"
        }
    }

    /// The records inside, each with what stands before its keys: `retries.`, `tables.NAME.`.
    func inner(under name: String) -> [(prefix: String, spec: KindSpec)] {
        switch self {
        case .record(let spec): [("\(name).", spec)]
        case .map(let item): item.inner(under: "\(name).NAME")
        case .list(let item), .oneOrMany(let item): item.inner(under: name)
        case .variant(let kinds): kinds.count > 4 ? [] : kinds.map { ("\(name).\($0.name).", $0) }
        default: []
        }
    }
}

private func listedWords(_ words: [String]) -> String { words.map { "`\($0)`" }.joined(separator: ", ") }

/// ` 1…100`; nothing for an end that is as far as numbers go.
private func bounds<Number>(_ range: ClosedRange<Number>, widest: ClosedRange<Number>) -> String {
    switch (range.lowerBound == widest.lowerBound, range.upperBound == widest.upperBound) {
    case (true, true): ""
    case (false, true): " from \(range.lowerBound)"
    case (true, false): " to \(range.upperBound)"
    case (false, false): " \(range.lowerBound)…\(range.upperBound)"
    }
}
