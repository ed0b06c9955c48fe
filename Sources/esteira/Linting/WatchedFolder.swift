import Foundation
import Kinds
import Reporting

/// A project's files, looked at twice a second: that works on every system and file system, also over a network.
struct WatchedFolder: Sendable {
    private let folder: ProjectFolder

    init(_ folder: ProjectFolder) { self.folder = folder }

    /// An element at once, then one after each change, until the task is cancelled.
    var changes: AsyncThrowingStream<Void, any Error> {
        AsyncThrowingStream { continuation in
            let task = Task {
                do {
                    var seen: Stamps?
                    while true {
                        let found = stamps(after: seen)
                        if found != seen { continuation.yield() }
                        seen = found
                        try await Task.sleep(for: .milliseconds(500))
                    }
                } catch {
                    continuation.finish(throwing: error)
                }
            }
            continuation.onTermination = { _ in task.cancel() }
        }
    }

    struct Stamps: Hashable, Sendable {
        fileprivate var files: [String: FileStamp]
        /// Files that others name, fragments and suites, as they were named then.
        fileprivate var named: [String]
    }

    fileprivate struct FileStamp: Hashable, Sendable {
        var size: Int
        var modified: Date
    }

    /// Of all files that may decide what the project says; what cannot be looked at counts as not there.
    ///
    /// - Parameter last: those before. Which files others name is only looked up where any of them has changed.
    func stamps(after last: Stamps? = nil) -> Stamps {
        if let last, files(besides: last.named) == last.files { return last }
        let named = namedFiles()
        return Stamps(files: files(besides: named), named: named)
    }

    private func namedFiles() -> [String] {
        let files = folder.read()
        return files.sources.map(\.path).filter { path in !ProjectFiles.folders.contains { path.hasPrefix($0 + "/") } }
    }

    private func files(besides named: [String]) -> [String: FileStamp] {
        let manager = FileManager.default
        var paths = [ProjectFiles.projectFile, SchemaLock.file, ".env", ".gitignore"] + named
        for name in ProjectFiles.folders {
            let names = try? manager.contentsOfDirectory(atPath: folder.absolute(name))
            if let names { paths += names.map { "\(name)/\($0)" } }
        }
        return paths.reduce(into: [:]) { stamps, path in
            guard let found = try? manager.attributesOfItem(atPath: folder.absolute(path)),
                let size = found[.size] as? Int, let modified = found[.modificationDate] as? Date
            else { return }
            stamps[path] = FileStamp(size: size, modified: modified)
        }
    }
}
