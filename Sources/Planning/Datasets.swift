package import Algebra
package import Configuration
import Expressions
package import Kinds
package import Reporting

/// The datasets of a pipeline, and what a name that a person wrote means.
struct Datasets {
    struct Entry {
        var name: DatasetName
        var row: RowType
        var span: Span
        var isTransform: Bool
    }

    private(set) var entries: [Entry] = []

    mutating func add(_ entry: Entry, found: inout Diagnostics) {
        if let first = self[entry.name] {
            found.report(
                Diagnostic(
                    .twoWriters, "two declarations make dataset '\(entry.name)'", at: entry.span,
                    notes: [.init("the first is here", at: first.span)], help: "rename one, or give it another 'zone:'")
            )
        } else {
            entries.append(entry)
        }
    }

    subscript(name: DatasetName) -> Entry? { entries.first { $0.name == name } }

    var names: [String] { entries.map(\.name.description) }
}

/// What a bare or qualified name can mean, before any column is known.
package struct DatasetNames {
    private let sources: [DatasetName]
    private let transforms: [DatasetName]
    private let unread: UnreadDatasets

    package init(_ pipeline: Pipeline) {
        sources = pipeline.sources.map { DatasetName(zone: $0.zone, name: $0.name.string) }
        transforms = pipeline.transforms.map { DatasetName(zone: $0.zone, name: $0.name.string) }
        unread = pipeline.unread
    }

    /// Each with and without its zone.
    var known: Set<String> {
        let all = transforms + sources
        return Set(all.map(\.description) + all.map(\.name))
    }

    /// `raw.orders` is that dataset. `orders` is the transform of that name, or else the source; inside the transform
    /// `orders` itself it is the source.
    package func dataset(_ text: Text, from reader: DatasetName? = nil, found: inout Diagnostics) -> DatasetName? {
        let parts = text.string.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
        let all = transforms + sources
        let candidates: [DatasetName]
        if parts.count == 2 {
            candidates = all.filter { $0.zone == parts[0] && $0.name == parts[1] }
        } else {
            let others = transforms.filter { $0.name == text.string && $0 != reader }
            candidates = others.isEmpty ? sources.filter { $0.name == text.string } : others
        }
        let name = parts[parts.count - 1]
        if parts.count == 1, unread.transforms.contains(name), reader?.name != name { return nil }
        guard let first = candidates.first else {
            if unread.mayBeMore || unread.sources.contains(name) || unread.transforms.contains(name) { return nil }
            let known = all.map(\.description)
            let closest = closestName(to: text.string, among: known + all.map(\.name))
            found.report(
                Diagnostic(
                    .unresolvedReference, "no dataset named '\(text.string)'", at: text.span,
                    help: closest.map { "did you mean '\($0)'?" }
                        ?? (known.isEmpty
                            ? "declare it under 'sources:'" : "datasets: \(known.joined(separator: ", "))"),
                    fix: closest.flatMap { text.fix(respelling: $0) }))
            return nil
        }
        if candidates.count > 1 {
            found.report(
                Diagnostic(
                    .unresolvedReference,
                    "'\(text.string)' may mean \(candidates.map { "'\($0)'" as Message }.joined(separator: " or "))",
                    at: text.span, help: "write the zone too"))
        }
        return first
    }
}
