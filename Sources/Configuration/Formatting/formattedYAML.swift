package import Reporting

/// A YAML file in its canonical layout: two blanks a level, list items indented below their key, one blank after `:` and
/// `-`, no blanks at line ends, no two empty lines together. Nil where the file does not parse.
///
/// Only blanks, line ends and the blank after `#` change: comments, quotes, anchors and the order of keys stay. What
/// cannot be laid out without changing what it says stays as it is.
package func formattedYAML(_ source: SourceText) -> SourceText? {
    var found = Diagnostics()
    guard let tree = parseYAML(source, found: &found), let blocks = BlockMap(source) else { return nil }
    let formatted = SourceText(path: source.path, utf8: YAMLLayout(source, blocks).text())
    guard let after = parseYAML(formatted, found: &found), after.says(sameAs: tree) else { return source }
    return formatted
}

extension Node {
    /// Whether two trees have the same content, wherever it stands.
    package func says(sameAs other: Node) -> Bool {
        switch (content, other.content) {
        case (.scalar(let a), .scalar(let b)): a.text == b.text && a.style == b.style && a.tag == b.tag
        case (.sequence(let a), .sequence(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.says(sameAs: $1) }
        case (.mapping(let a), .mapping(let b)):
            a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && $0.value.says(sameAs: $1.value) }
        default: false
        }
    }
}
