import Configuration
import Kinds
package import Reporting

/// Comments that accept findings, one line above the node of each, as edits of the files.
///
/// - Returns: findings in files that do not parse have no node, and stay in `left`.
package func addedIgnores(
    for findings: [Diagnostic], in looked: LookedAt, reason: String?
) -> (edits: [TextEdit], left: [Diagnostic]) {
    let byFile = Dictionary(grouping: findings, by: \.span.file)
    var edits: [TextEdit] = []
    var left: [Diagnostic] = []
    for (file, findings) in byFile.sorted(by: { $0.key < $1.key }) {
        guard let source = looked.files[file], let tree = looked.trees[file] else {
            left += findings
            continue
        }
        let starts = NodePlaces(tree).nodes.values.map(\.lowerBound).filter { source.isFirstOnLine($0) }.sorted()
        let byNode = Dictionary(grouping: findings) { finding in
            starts.last { $0 <= finding.span.start.offset } ?? starts.first ?? source.utf8.startIndex
        }
        for (start, findings) in byNode.sorted(by: { $0.key < $1.key }) {
            edits.append(ignore(findings, above: start, in: source, reason: reason))
        }
    }
    return (edits, left)
}

private func ignore(_ findings: [Diagnostic], above start: Int, in source: SourceText, reason: String?) -> TextEdit {
    let line = source.range(ofLine: source.position(at: start).line)
    let indent = String(decoding: source.utf8[line].prefix { $0 == UInt8(ascii: " ") }, as: UTF8.self)
    let codes = Set(findings.map(\.rule.code)).sorted().joined(separator: ", ")
    let why = reason.led(by: " -- ")
    return TextEdit(
        file: source.path, range: line.lowerBound..<line.lowerBound,
        replacement: "\(indent)# esteira: ignore[\(codes)]\(why)\n")
}

extension SourceText {
    /// Whether only blanks, and the dashes of list items, stand before an offset on its line.
    fileprivate func isFirstOnLine(_ offset: Int) -> Bool {
        let line = range(ofLine: position(at: offset).line)
        return utf8[line.lowerBound..<max(line.lowerBound, offset)].allSatisfy {
            $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "-")
        }
    }
}

extension LookedAt {
    /// The files with edits that do not overlap.
    package func files(applying edits: [TextEdit]) -> [SourceText] {
        Dictionary(grouping: edits, by: \.file).compactMap { file, edits in files[file]?.applying(edits) }
            .sorted { $0.path < $1.path }
    }
}
