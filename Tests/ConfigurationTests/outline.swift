import Configuration
import Reporting

/// A tree as text: one line per node with its place, keys with theirs.
func outline(_ node: Node?, indentation: String = "") -> String {
    guard let node else { return "nothing" }
    switch node.content {
    case .scalar(let scalar): return "\(scalar.text.debugDescription) \(node.span.range)"
    case .sequence(let items):
        let lines = items.map { "\n\(indentation)- \(outline($0, indentation: indentation + "  "))" }
        return "list \(node.span.range)" + lines.joined()
    case .mapping(let entries):
        let lines = entries.map { entry in
            let value = outline(entry.value, indentation: indentation + "  ")
            return "\n\(indentation)\(entry.key) \(entry.keySpan.range): \(value)"
        }
        return "mapping \(node.span.range)" + lines.joined()
    }
}

extension Span {
    /// `line:column–line:column`.
    var range: String { "\(start.line):\(start.column)–\(end.line):\(end.column)" }
}

/// The tree of a text, and one line for each finding.
func parsed(_ text: String, path: String = "test.yaml", limits: YAMLLimits = .standard) -> (
    tree: Node?, findings: [String]
) {
    var found = Diagnostics()
    let tree = parseYAML(SourceText(path: path, text: text), found: &found, limits: limits)
    return (tree, found.sorted.map(\.line))
}

extension Diagnostic {
    /// Everything a person would read.
    var line: String {
        let notes = notes.map { " [\($0.message)\($0.span.map { " \($0.range)" } ?? "")]" }.joined()
        return "\(span.range) \(severity.rawValue) \(rule.code) \(message)\(help.map { " — \($0)" } ?? "")\(notes)"
    }
}
