import Configuration
package import Reporting

/// The text of a project's files, by path relative to the project's folder: all that reading a project needs.
package struct ProjectFiles: Sendable {
    package static let projectFile = "esteira.yaml"

    /// Sorted by path.
    package let sources: [SourceText]

    package init(_ sources: [SourceText]) {
        self.sources = sources.sorted { $0.path < $1.path }
    }

    package subscript(path: String) -> SourceText? { sources.first { $0.path == path } }

    package func inFolder(_ folder: String) -> [SourceText] {
        sources.filter { $0.path.hasPrefix(folder + "/") }
    }

    /// Whether a file of this name is read.
    package static func isDocument(_ path: String) -> Bool {
        [".yaml", ".yml", ".json"].contains { path.hasSuffix($0) }
    }

    /// Files of suites: those of `expectations`, and what lies outside of the project's folders.
    var suites: [SourceText] {
        sources.filter { source in
            source.path != Self.projectFile && Self.isDocument(source.path)
                && !["pipelines/", "schemas/"].contains { source.path.hasPrefix($0) }
        }
    }

    /// Most pipelines name their suites alone, and need not be read twice.
    private static func mayNameDocument(_ source: SourceText) -> Bool {
        source.firstRange(of: ".json") != nil || source.firstRange(of: ".yaml") != nil || source.firstRange(of: ".yml") != nil
    }

    /// Suites that pipelines name by a path inside the project.
    package var suitePaths: [String] {
        inFolder("pipelines").filter(Self.mayNameDocument).flatMap { source -> [String] in
            var ignored = Diagnostics()  // reported when the pipeline is read
            guard let pipeline = parseYAML(source, found: &ignored) else { return [] }
            return pipeline.entries(of: "expectations").compactMap { ($0.value["suite"] ?? $0.value).scalar?.text }
        }.filter { path in
            let parts = path.split(separator: "/", omittingEmptySubsequences: false)
            return parts.count > 1 && !parts.contains("") && !parts.contains("..") && Self.isDocument(path)
        }
    }
}
