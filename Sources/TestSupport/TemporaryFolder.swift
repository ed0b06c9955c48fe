package import Foundation

/// A new folder for one test, removed with everything in it when the last user lets it go.
package final class TemporaryFolder: Sendable {
    package let url: URL

    package init() throws {
        url = FileManager.default.temporaryDirectory.resolvingSymlinksInPath()
            .appending(path: "esteira-test-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    }

    deinit {
        // Nobody can be told here; what stays behind lies in the system's temporary folder.
        try? FileManager.default.removeItem(at: url)
    }

    package var path: String { url.path }

    /// Writes a file, making the folders above it.
    @discardableResult
    package func write(_ text: String, to path: String) throws -> URL {
        let file = url.appending(path: path)
        try FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(),
            withIntermediateDirectories: true
        )
        try Data(text.utf8).write(to: file)
        return file
    }

    package func read(_ path: String) throws -> String {
        try String(decoding: Data(contentsOf: url.appending(path: path)), as: UTF8.self)
    }

    /// Paths of the files inside, relative and sorted, hidden ones included.
    package func files() throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: path)
            .filter { !isDirectory($0) }.sorted()
    }

    private func isDirectory(_ path: String) -> Bool {
        var answer: ObjCBool = false
        return FileManager.default.fileExists(atPath: url.appending(path: path).path, isDirectory: &answer)
            && answer.boolValue
    }
}
