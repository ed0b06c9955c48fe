import Foundation
package import Reporting

/// A project's folder on disk. Reads; writes nothing.
package struct ProjectFolder: Sendable {
    /// Absolute path.
    package let path: String

    package init(path: String) {
        self.path = URL(filePath: path).standardizedFileURL.path(percentEncoded: false)
    }

    /// The folder that holds `esteira.yaml`: this one or the nearest above it.
    package static func enclosing(_ start: String) -> ProjectFolder? {
        var folder = URL(filePath: start).standardizedFileURL
        while true {
            let file = folder.appending(path: ProjectFiles.projectFile).path(percentEncoded: false)
            if FileManager.default.fileExists(atPath: file) {
                return ProjectFolder(path: folder.path(percentEncoded: false))
            }
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            if parent.path() == folder.path() { return nil }
            folder = parent
        }
    }

    /// `esteira.yaml`, `schemas.lock`, the YAML and JSON files of `pipelines`, `schemas` and `expectations`, and the suites that pipelines
    /// name by another path.
    package func read() throws -> ProjectFiles {
        var paths = [ProjectFiles.projectFile, SchemaLock.file]
        for folder in ["pipelines", "schemas", "expectations"] {
            paths += try sortedNames(in: folder).filter(ProjectFiles.isDocument).map { "\(folder)/\($0)" }
        }
        let read = concurrently(paths.count) { [paths] number in Result { try source(paths[number]) } }
        let sources = try read.compactMap { try $0.get() }
        let known = Set(sources.map(\.path))
        let suites = Set(ProjectFiles(sources).suitePaths).subtracting(known).sorted()
        return try ProjectFiles(sources + suites.compactMap { try source($0) })
    }

    /// Nil where there is no such file.
    package func source(_ relative: String) throws -> SourceText? {
        do {
            return SourceText(path: relative, utf8: Array(try Data(contentsOf: URL(filePath: "\(path)/\(relative)"))))
        } catch let error as CocoaError where error.code == .fileReadNoSuchFile {
            return nil
        }
    }

    /// A path of the project, made absolute.
    package func absolute(_ relative: String) -> String {
        relative.hasPrefix("/")
            ? relative
            : URL(filePath: path).appending(path: relative).standardizedFileURL.path(percentEncoded: false)
    }

    /// A path inside the project, as seen from its folder; any other as it is.
    package func relative(_ absolute: String) -> String {
        absolute.hasPrefix(path + "/") ? String(absolute.dropFirst(path.count + 1)) : absolute
    }

    private func sortedNames(in folder: String) throws -> [String] {
        let url = URL(filePath: path).appending(path: folder)
        guard FileManager.default.fileExists(atPath: url.path(percentEncoded: false)) else { return [] }
        return try FileManager.default.contentsOfDirectory(atPath: url.path(percentEncoded: false)).sorted()
    }
}
