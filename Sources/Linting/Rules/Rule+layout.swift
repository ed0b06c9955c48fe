import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let layout = Rule(
        "EST9005",
        "layout",
        .hint,
        fix: .safe,
        since: "0.2.0",
        summary: "A file is not laid out as `esteira fmt` would write it.",
        explanation: """
            With one layout a change shows only what has changed. `esteira fmt` lays files out and keeps comments, quotes and \
            the order of keys; so does the fix. To lay every file out takes as long as all other rules together, so this rule \
            is looked for only where it is selected: `--select layout`.
            """,
        bad: """
            sources:
                ⟦orders: {csv: include/orders.csv, schema: orders}⟧
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            """
    )
}

extension Check {
    static let layout = Check(.layout) { project, found in
        let sources = project.files.sources.filter { $0.path.hasSuffix(".yaml") || $0.path.hasSuffix(".yml") }
        let formatted = concurrently(sources.count) { number in formattedYAML(sources[number]) }
        for (source, formatted) in zip(sources, formatted) {
            guard let formatted, formatted.utf8 != source.utf8, let (line, edit) = source.difference(from: formatted)
            else {
                continue
            }
            found.report(
                Diagnostic(
                    .layout,
                    "'esteira fmt' lays this out in another way",
                    at: source.span(line),
                    help: "run 'esteira fmt', or lint with '--fix'",
                    fix: Fix(.safe, "lay the file out", [edit])
                )
            )
        }
    }
}

extension SourceText {
    /// The first line that differs, without the blanks around it, and the edit that makes all of it the other text.
    fileprivate func difference(from other: SourceText) -> (line: Range<Int>, edit: TextEdit)? {
        let (old, new) = (utf8, other.utf8)
        guard
            let start = zip(old, new).enumerated().first(where: { $1.0 != $1.1 })?.offset
                ?? (old.count == new.count ? nil : min(old.count, new.count))
        else { return nil }
        var ending = 0
        while ending < min(old.count, new.count) - start, old[old.count - 1 - ending] == new[new.count - 1 - ending] {
            ending += 1
        }
        let isLineEnd = { (byte: UInt8) in byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
        let isBlank = { (byte: UInt8) in byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
        var first = old[..<min(start, old.count)].lastIndex(where: isLineEnd).map { $0 + 1 } ?? 0
        var last = old[first...].firstIndex(where: isLineEnd) ?? old.count
        while first < last, isBlank(old[first]) { first += 1 }
        while first < last, isBlank(old[last - 1]) { last -= 1 }
        let replacement = String(decoding: new[start..<(new.count - ending)], as: UTF8.self)
        return (first..<last, TextEdit(file: path, range: start..<(old.count - ending), replacement: replacement))
    }
}
