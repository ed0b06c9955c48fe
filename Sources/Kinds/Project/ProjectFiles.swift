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
}
