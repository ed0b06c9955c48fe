import Configuration
import Reporting

/// A comment, and the stretch of its file in which it hides findings.
struct Suppression {
    let file: String
    let comment: SuppressionComment
    /// Offsets at which a hidden finding starts.
    let covers: ClosedRange<Int>
    let place: Span
}

/// The suppressions of a file. `enable` is none; it ends those of `disable` that name the same rules.
func suppressions(in source: SourceText, tree: Node?) -> [Suppression] {
    guard source.firstRange(of: "esteira:") != nil else { return [] }
    let places = NodePlaces(tree)
    let comments = suppressionComments(in: source, texts: places.texts)
    return comments.enumerated().compactMap { index, comment in
        guard comment.verb != .enable else { return nil }
        let covers = covered(by: comment, in: source, places, later: comments[(index + 1)...])
        return Suppression(file: source.path, comment: comment, covers: covers, place: source.span(comment.range))
    }
}

private func covered(
    by comment: SuppressionComment, in source: SourceText, _ places: NodePlaces, later: ArraySlice<SuppressionComment>
) -> ClosedRange<Int> {
    let end = source.utf8.count
    switch comment.verb {
    case .fileIgnore: return 0...end
    case .disable, .enable:
        let names = Set(comment.targets.map { $0.text.lowercased() })
        let closing = later.first { $0.verb == .enable && names.isSubset(of: $0.targets.map { $0.text.lowercased() }) }
        return comment.range.lowerBound...(closing?.range.lowerBound ?? end)
    case .ignore:
        let first = source.position(at: comment.range.lowerBound).line
        let line = comment.isAlone ? nextLine(after: first, in: source) : first
        let text = source.range(ofLine: line)
        guard !comment.isSQL, let node = places.nodes[line] else { return text.lowerBound...text.upperBound }
        return text.lowerBound...max(text.upperBound, node.upperBound)
    }
}

/// The first line below that says something.
private func nextLine(after line: Int, in source: SourceText) -> Int {
    for number in (line + 1)..<max(line + 2, source.lineCount + 1) {
        let text = source.line(number).drop { $0 == " " || $0 == "\t" }
        if !text.isEmpty, !text.hasPrefix("#") { return number }
    }
    return line
}
