import Configuration
import Reporting

extension KindSpec {
    /// Summary, shorthand and a table of the keys. Keys of nested records follow theirs, with its name and a point.
    ///
    /// - Parameter sections: words of specs that have a table of their own on the page; these are linked, not repeated.
    func markdown(sections: Set<String> = []) -> String {
        var parts = [summary]
        if let shorthand { parts.append("Short form: a bare value is `\(shorthand)`.") }
        for group in exactlyOne where group.count <= 4 {
            parts.append("Exactly one of \(group.map { "`\($0)`" }.joined(separator: ", ")).")
        }
        let rows = markdownRows(under: "", sections)
        if !rows.isEmpty {
            parts.append((["| Key | Value | Default | Meaning |", "|---|---|---|---|"] + rows).joined(separator: "\n"))
        }
        return parts.joined(separator: "\n\n")
    }

    private func markdownRows(under prefix: String, _ sections: Set<String>) -> [String] {
        fields.flatMap { field in
            let inner = field.shape.inner(under: prefix + field.name)
            let linked = inner.first { sections.contains($0.spec.name) && $0.spec.name != name }
            let nested = linked == nil ? inner.flatMap { $0.spec.markdownRows(under: $0.prefix, sections) } : []
            return [field.markdownRow(under: prefix, section: linked?.spec.name)] + nested
        }
    }
}

extension Field {
    fileprivate func markdownRow(under prefix: String, section: String?) -> String {
        let value = section.map { "[\(shape.isMapping ? "mapping: " : "")\($0)](#\(anchor($0)))" } ?? shape.markdown
        let meaning = doc + example.enclosed(by: " Such as `", and: "`.")
        let cells = [
            "`\(prefix)\(name)`", value, isRequired ? "required" : `default`.enclosed(by: "`", and: "`"), meaning,
        ]
        return "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |"
    }
}

extension Shape {
    fileprivate var isMapping: Bool {
        if case .map = self { true } else { false }
    }
}

/// Where a heading can be linked to.
func anchor(_ heading: String) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" || $0 == " " }
        .replacing(" ", with: "-")
}
