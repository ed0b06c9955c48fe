import Foundation
import Reporting

/// A folder inside a git repository, asked through the program `git`. Reads only.
struct GitFolder {
    private let path: String

    /// Nil where no folder above holds a repository.
    init?(_ path: String) {
        var folder = URL(filePath: path).standardizedFileURL
        while !FileManager.default.fileExists(atPath: folder.appending(path: ".git").path(percentEncoded: false)) {
            let parent = folder.deletingLastPathComponent().standardizedFileURL
            if parent.path() == folder.path() { return nil }
            folder = parent
        }
        self.path = path
    }

    /// Paths relative to the folder; nil where git cannot be asked.
    func trackedFiles() -> Set<String>? {
        (try? printedNames(["ls-files", "-z"])).map(Set.init)  // a rule that needs them then does not run
    }

    /// Files that differ from a commit, and new ones that git does not ignore.
    func filesChanged(since revision: String) throws -> Set<String> {
        let changed = try printedNames(["diff", "--name-only", "--relative", "-z", revision, "--", "."])
        return Set(try changed + printedNames(["ls-files", "--others", "--exclude-standard", "-z"]))
    }

    /// The names that git prints, each ended by a zero byte.
    private func printedNames(_ arguments: [String]) throws -> [String] {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git", "-C", path] + arguments
        process.standardInput = FileHandle.nullDevice
        let (said, told) = (Pipe(), Pipe())
        process.standardOutput = said
        process.standardError = told
        try process.run()
        let data = said.fileHandleForReading.readDataToEndOfFile()
        let problem = told.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            let text = String(decoding: problem, as: UTF8.self).split(separator: "\n").first.map(String.init)
            throw CannotStart("git: \(text ?? "failed")")
        }
        return data.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }
}
