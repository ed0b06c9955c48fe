import Reporting

extension Shape {
    /// What the shape wants, as messages say it: "a whole number".
    var phrase: Message {
        switch self {
        case .string, .template: "text"
        case .name: "a name"
        case .column: "a column"
        case .expression: "an expression"
        case .integer: "a whole number"
        case .number: "a number"
        case .boolean: "true or false"
        case .duration: "a duration such as 10s or 5m"
        case .size: "a size such as 64MiB"
        case .share: "a share such as 5% or 0.05"
        case .choice(let names): listed(names, joinedBy: .or)
        case .list: "a list"
        case .oneOrMany(let item): "\(item.phrase), or a list of them"
        case .map: "a mapping of names"
        case .record(let spec):
            spec.shorthand.flatMap { spec[field: $0] }.map { "\($0.shape.phrase), or a mapping" } ?? "a mapping"
        case .variant(let kinds): "one of \(listed(kinds.map(\.name), joinedBy: .and))"
        case .either(let shapes): shapes.map(\.phrase).joined(separator: ", or ")
        case .any: "a value"
        }
    }

    /// Whether scalars are taken as they are written.
    var isTextual: Bool {
        switch self {
        case .string, .template, .name, .column, .expression, .choice: true
        default: false
        }
    }
}

/// Names in quotes, at most twenty: "'a', 'b' or 'c'".
func listed(_ names: [String], joinedBy word: Conjunction) -> Message {
    let shown = names.prefix(20).map { "'\($0)'" }
    guard names.count <= 20 else { return "\(shown.joined(separator: ", ")) and \(names.count - 20) more" }
    guard let last = shown.last else { return "nothing" }
    guard shown.count > 1 else { return Message(last) }
    let others = shown.dropLast().joined(separator: ", ")
    return switch word {
    case .and: "\(others) and \(last)"
    case .or: "\(others) or \(last)"
    }
}

enum Conjunction { case and, or }

extension Node {
    /// What stands there, as messages say it: "a list", "text 'abc'".
    var phrase: Message {
        switch content {
        case .sequence: "a list"
        case .mapping: "a mapping"
        case .scalar(let scalar): scalar.core.phrase(of: shortened(scalar.text))
        }
    }
}

extension ReadScalar {
    /// The same for a scalar after interpolation; a secret stays hidden.
    var phrase: Message { core.phrase(of: shortened("\(text)")) }
}

extension CoreValue {
    fileprivate func phrase(of text: String) -> Message {
        switch self {
        case .null: text.isEmpty ? "nothing" : "'\(text)'"
        case .boolean, .integer, .number: "'\(text)'"
        case .text: "text '\(text)'"
        }
    }
}

/// At most 40 characters of the first line.
func shortened(_ text: String) -> String {
    let line = text.prefix { !$0.isNewline }
    return line.count > 40 ? line.prefix(39) + "…" : line.count < text.count ? line + "…" : String(line)
}
