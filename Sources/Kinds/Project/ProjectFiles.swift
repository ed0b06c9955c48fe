package import Reporting

/// The text of a project's files, by path relative to the project's folder: all that reading a project needs.
package struct ProjectFiles: Sendable {
    package static let projectFile = "esteira.yaml"

    /// Folders whose files are read for what they are.
    package static let folders = ["pipelines", "schemas", "expectations"]

    /// Sorted by path.
    package let sources: [SourceText]

    /// What is there and cannot be read; sorted by path.
    package let unread: [UnreadFile]

    package init(_ sources: [SourceText], unread: [UnreadFile] = []) {
        self.sources = sources.sorted { $0.path < $1.path }
        self.unread = unread.sorted { $0.path < $1.path }
    }

    /// The files with other texts.
    package func with(_ sources: [SourceText]) -> ProjectFiles { ProjectFiles(sources, unread: unread) }

    package subscript(path: String) -> SourceText? { sources.first { $0.path == path } }

    package func inFolder(_ folder: String) -> [SourceText] {
        sources.filter { $0.path.hasPrefix(folder + "/") }
    }

    /// Whether a file of this name is read.
    package static func isDocument(_ path: String) -> Bool {
        [".yaml", ".yml", ".json"].contains { path.hasSuffix($0) }
    }

    /// Whether a file may be part of pipelines, which include it.
    package static func mayBeFragment(_ path: String) -> Bool {
        path != projectFile && isDocument(path) && isConfined(path) && !folders.contains { path.hasPrefix($0 + "/") }
    }

    /// Files of suites: those of `expectations`, and what lies outside of the project's folders.
    ///
    /// - Parameter fragments: paths of what is part of pipelines.
    func suites(besides fragments: [String]) -> [SourceText] {
        let fragments = Set(fragments)
        return sources.filter { source in
            source.path != Self.projectFile && Self.isDocument(source.path) && !fragments.contains(source.path)
                && !["pipelines/", "schemas/"].contains { source.path.hasPrefix($0) }
        }
    }
}
