/// Files that show a rule, written as one text.
///
/// The text is the pipeline `pipelines/example.yaml`, whose line `pipeline: example` may be left out. A line
/// `# file: schemas/orders.yaml` begins another file. `⟦` and `⟧` stand around what the finding marks.
package struct RuleExample: Sendable, ExpressibleByStringLiteral {
    /// With markers.
    package let marked: String

    package init(stringLiteral value: String) { marked = value }

    /// As it is shown to people.
    package var shown: String { Self.unmarked(marked) }

    package struct File: Sendable {
        package var path: String
        package var text: String
        /// UTF-8 offsets of what is marked in it.
        package var mark: Range<Int>?
    }

    package var files: [File] {
        var files: [(path: String, lines: [Substring])] = [("pipelines/example.yaml", [])]
        for line in marked.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix(Self.fileMark) {
                files.append((String(line.dropFirst(Self.fileMark.count)), []))
            } else {
                files[files.count - 1].lines.append(line)
            }
        }
        return files.filter { !$0.lines.allSatisfy(\.isEmpty) }.map { path, lines in
            var text = lines.joined(separator: "\n")
            if !text.hasSuffix("\n") { text += "\n" }
            let isNamed = lines.contains { Self.unmarked(String($0)).hasPrefix("pipeline:") }
            if path == "pipelines/example.yaml", !isNamed { text = "pipeline: example\n" + text }
            return File(path: path, text: Self.unmarked(text), mark: Self.mark(in: text))
        }
    }

    private static let fileMark = "# file: "

    private static func unmarked(_ text: String) -> String { text.filter { $0 != "⟦" && $0 != "⟧" } }

    private static func mark(in text: String) -> Range<Int>? {
        guard let open = text.firstIndex(of: "⟦"), let close = text.firstIndex(of: "⟧") else { return nil }
        let start = text[..<open].utf8.count
        return start..<(text[..<close].utf8.count - "⟦".utf8.count)
    }
}
