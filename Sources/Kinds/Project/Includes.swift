package import Configuration
import Reporting

/// What pipelines take in: fragments, and what these take in in turn. A mapping of names is merged by name; of anything
/// else the including file's own word holds.
package struct Includes: Sendable {
    /// Each pipeline with all that it includes, by its path. Nodes stand where they are written. A pipeline whose includes
    /// could not be read is absent.
    package private(set) var pipelines: [String: Node] = [:]
    /// The fragments in each pipeline, also those that others bring, and those that could not be read.
    package private(set) var fragments: [String: Set<String>] = [:]
    /// Parts of fragments that are left out of each pipeline, since it or another fragment says them in another way.
    private(set) var overruled: [String: [Node]] = [:]

    package init() {}

    /// - Parameter trees: of the files that parse, by path.
    init(_ files: ProjectFiles, _ trees: [String: Node], found: inout Diagnostics) {
        let candidates = (files.sources.map(\.path) + files.unread.map(\.path)).filter(ProjectFiles.mayBeFragment)
        var reader = IncludeReader(trees: trees, candidates: candidates)
        for source in files.inFolder("pipelines") {
            guard let taken = reader.taken(from: source.path) else { continue }
            pipelines[source.path] = taken.isWhole ? taken.node : nil
            fragments[source.path] = taken.fragments.isEmpty ? nil : taken.fragments
            overruled[source.path] = taken.overruled.isEmpty ? nil : taken.overruled
        }
        found.report(contentsOf: reader.found)
    }

    /// Paths of all fragments, sorted.
    package var allFragments: [String] { fragments.values.reduce(into: Set()) { $0.formUnion($1) }.sorted() }
}

/// A file with what it includes.
private struct TakenFile {
    var node: Node
    var fragments: Set<String> = []
    var overruled: [Node] = []
    /// Whether all that it names was there.
    var isWhole = true
}

private struct IncludeReader {
    let trees: [String: Node]
    /// What an include may mean.
    let candidates: [String]
    private(set) var found = Diagnostics()
    private var known: [String: TakenFile] = [:]
    /// The files that are being read, outermost first.
    private var way: [String] = []

    init(trees: [String: Node], candidates: [String]) {
        self.trees = trees
        self.candidates = candidates
    }

    /// Nil for what does not parse.
    mutating func taken(from path: String) -> TakenFile? {
        if let known = known[path] { return known }
        guard let node = trees[path] else { return nil }
        var taken = TakenFile(node: node)
        guard !node.includes.isEmpty else { return taken }
        way.append(path)
        // The file's own words come first; its fragments do not overrule each other.
        var merged = MergedFile(node)
        for name in node.includes {
            for fragment in fragments(meantBy: name, in: &taken) {
                taken.fragments.insert(fragment)
                guard let inner = self.taken(from: fragment) else {
                    taken.isWhole = false
                    continue
                }
                taken.fragments.formUnion(inner.fragments)
                taken.overruled += inner.overruled
                taken.isWhole = taken.isWhole && inner.isWhole && isFragment(inner.node)
                merged.take(inner.node, found: &found)
            }
        }
        way.removeLast()
        if !taken.fragments.isEmpty { taken.node = merged.node }
        taken.overruled += merged.overruled
        known[path] = taken
        return taken
    }

    /// Without those that are being read already: they would never end.
    private mutating func fragments(meantBy name: Scalar, in taken: inout TakenFile) -> [String] {
        let place = name.places.span
        if !ProjectFiles.isConfined(name.text) {
            found.report(
                Diagnostic(
                    .unconfinedPath,
                    "'\(name.text)' leaves the project's folder",
                    at: place,
                    help: "keep it inside the folder",
                    severity: .error
                )
            )
            taken.isWhole = false
            return []
        }
        let pattern = PathPattern(name.text)
        let meant = candidates.filter { pattern.matches($0) }
        if meant.isEmpty {
            found.report(.includeMissing(name.text, at: place, among: candidates))
            taken.isWhole = false
        }
        return meant.filter { path in
            guard let start = way.firstIndex(of: path) else { return true }
            found.report(.includeCycle(way[start...] + [path], at: place))
            taken.isWhole = false
            return false
        }
    }

    /// Whether a file's text can be part of pipelines.
    private mutating func isFragment(_ node: Node) -> Bool {
        guard node.entries != nil else {
            found.report(
                Diagnostic(
                    .wrongShape,
                    "a fragment is a mapping",
                    at: node.span,
                    help: "write the sections of a pipeline"
                )
            )
            return false
        }
        guard let name = node[entry: "pipeline"] else { return true }
        found.report(
            Diagnostic(
                .keyNotApplicable,
                "'pipeline' does not apply to a fragment, which is part of pipelines",
                at: name.keySpan,
                help: "remove it, or move the file to pipelines/"
            )
        )
        return false
    }
}

extension Node {
    /// What it includes, as written; a shape that is wrong is reported when the pipeline is read.
    fileprivate var includes: [Scalar] {
        guard let written = self[Pipeline.includeField.name] else { return [] }
        return (written.items ?? [written]).compactMap(\.scalar).filter { !$0.text.isEmpty }
    }
}

extension ProjectFiles {
    /// Whether a path stays inside the project's folder.
    static func isConfined(_ path: String) -> Bool {
        !path.hasPrefix("/") && !path.split(separator: "/").contains("..")
    }
}

extension Diagnostic {
    fileprivate static func includeMissing(_ name: String, at span: Span, among candidates: [String]) -> Diagnostic {
        let closest = closestName(to: name, among: candidates)
        let isRead = ProjectFiles.folders.contains { name.hasPrefix($0 + "/") }
        let elsewhere: Message =
            "files of pipelines/, schemas/ and expectations/ are read as such: put fragments elsewhere"
        let path: Message = "a path begins in the project's folder: 'fragments/common.yaml'"
        return Diagnostic(
            .includeMissing,
            "no fragment matches '\(name)'",
            at: span,
            help: isRead ? elsewhere : closest.map { "did you mean '\($0)'?" } ?? path
        )
    }

    fileprivate static func includeCycle(_ way: [String], at span: Span) -> Diagnostic {
        Diagnostic(
            .includeCycle,
            "files include each other: \(way.map { "'\($0)'" }.joined(separator: " → "))",
            at: span,
            help: "remove one of the includes"
        )
    }
}
