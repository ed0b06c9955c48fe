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

    /// `esteira.yaml`, `schemas.lock`, the YAML and JSON files of `pipelines`, `schemas` and `expectations`, the fragments that pipelines
    /// include, and the suites that they name by another path.
    ///
    /// - Parameter overlay: texts that stand in for files, or for files that are not there yet.
    package func read(under overlay: [SourceText] = []) -> ProjectFiles {
        var unread: [UnreadFile] = []
        var paths = [ProjectFiles.projectFile, SchemaLock.file]
        for folder in ProjectFiles.folders {
            do throws(UnreadFile) {
                paths += try sortedNames(in: folder).filter(ProjectFiles.isDocument).map { "\(folder)/\($0)" }
            } catch {
                unread.append(error)
            }
        }
        let laidOver = Set(overlay.map(\.path))
        let asked = paths.filter { !laidOver.contains($0) }
        let standard = ProjectFiles(sources(at: asked, unread: &unread) + overlay)
        let all = standard.withNamedFiles(matching: documents) { sources(at: $0, unread: &unread) }
        return ProjectFiles(all.sources, unread: unread)
    }

    /// The texts of files, read on all cores, without those that are not there.
    private func sources(at paths: [String], unread: inout [UnreadFile]) -> [SourceText] {
        let read = concurrently(paths.count) { number in
            Result { () throws(UnreadFile) in try source(paths[number]) }
        }
        return read.compactMap { result in
            switch result {
            case .success(let source): return source
            case .failure(let file):
                unread.append(file)
                return nil
            }
        }
    }

    /// Paths of the documents that a path or a pattern inside the project means; what is in an unreadable folder is as good
    /// as missing.
    private func documents(matching pattern: String) -> [String] {
        guard let wildcard = pattern.firstIndex(where: { "*?".contains($0) }) else {
            return holdsFile(pattern) ? [pattern] : []
        }
        let literal = pattern[..<wildcard].split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(
            separator: "/")
        guard let below = FileManager.default.enumerator(atPath: literal.isEmpty ? path : absolute(literal)) else {
            return []
        }
        let wanted = PathPattern(pattern)
        var found: [String] = []
        while let name = below.nextObject() as? String {
            if name.lastPart(after: "/").hasPrefix(".") {
                below.skipDescendants()
                continue
            }
            let candidate = literal.isEmpty ? name : "\(literal)/\(name)"
            if ProjectFiles.isDocument(candidate), wanted.matches(candidate), holdsFile(candidate) {
                found.append(candidate)
            }
        }
        return found.sorted()
    }

    private func holdsFile(_ relative: String) -> Bool {
        var isFolder: ObjCBool = false
        return FileManager.default.fileExists(atPath: absolute(relative), isDirectory: &isFolder) && !isFolder.boolValue
    }

    /// Nil where there is no such file.
    package func source(_ relative: String) throws(UnreadFile) -> SourceText? {
        let absolute = "\(path)/\(relative)"
        // A pipe would be waited for without end.
        switch PlaceOnDisk(absolute) {
        case .nothing: return nil
        case .folder: throw UnreadFile(relative, .folder)
        case .special: throw UnreadFile(relative, .special)
        case .dangling: throw UnreadFile(relative, .dangling)
        case .unknown(let words): throw UnreadFile(relative, .refused(words))
        case .file: break
        }
        do {
            return SourceText(path: relative, utf8: Array(try Data(contentsOf: URL(filePath: absolute))))
        } catch {
            throw UnreadFile(relative, .refused(FileFailure.reason(error)))
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

    private func sortedNames(in folder: String) throws(UnreadFile) -> [String] {
        let path = absolute(folder)
        switch PlaceOnDisk(path) {
        case .nothing: return []
        case .file, .special: throw UnreadFile(folder, .noFolder)
        case .dangling: throw UnreadFile(folder, .dangling)
        case .unknown(let words): throw UnreadFile(folder, .refused(words))
        case .folder: break
        }
        do {
            return try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        } catch {
            throw UnreadFile(folder, .refused(FileFailure.reason(error)))
        }
    }
}
