import Configuration
import Kinds
import Planning
import Reporting

extension LintedProject {
    /// Every CSV source with the place of its key `csv` and what stands behind it.
    func forEachCSV(_ visit: (SourceDeclaration, Span, Node) -> Void) {
        for pipeline in pipelines {
            guard let sources = tree(of: pipeline.pipeline)?["sources"] else { continue }
            for source in pipeline.pipeline.sources {
                let entry = sources[source.name.string]?[entry: "csv"]
                if let entry { visit(source, entry.keySpan, entry.value) }
            }
        }
    }
}

extension Node {
    /// Whether something is said of a CSV file besides its path.
    var statesDialect: Bool { ["delimiter", "quote", "header", "null"].contains { self[$0] != nil } }

    /// Puts entries before those of a mapping; nil for anything else.
    ///
    /// - Parameter entries: as between braces: `a: 1, b: 2`.
    func fixAdding(_ entries: String) -> TextEdit? {
        if let first = self.entries?.first {
            let start = first.keySpan.start
            guard start.offset == span.start.offset else {
                return TextEdit(file: span.file, range: start.offset..<start.offset, replacement: "\(entries), ")
            }
            let indent = String(repeating: " ", count: start.column - 1)
            let lines = entries.replacing(", ", with: "\n\(indent)")
            return TextEdit(file: span.file, range: start.offset..<start.offset, replacement: "\(lines)\n\(indent)")
        }
        return nil
    }

    /// All scalars within, keys left out.
    func forEachScalar(_ visit: (Scalar) -> Void) {
        switch content {
        case .scalar(let scalar): visit(scalar)
        case .sequence(let items): for item in items { item.forEachScalar(visit) }
        case .mapping(let entries): for entry in entries { entry.value.forEachScalar(visit) }
        }
    }
}
