import Foundation
import Kinds
import Reporting

/// A project's files as they were at a revision of its repository, asked from the program `git`. Reads only.
struct GitTree {
    private let folder: String
    /// The commit's full name: what was asked for may move meanwhile.
    private let commit: String

    /// - Parameter folder: of the project, which may be a folder inside the repository.
    init(revision: String, folder: String) throws {
        self.folder = folder
        guard !revision.isEmpty, !revision.hasPrefix("-") else { throw CannotStart("'\(revision)' is no git revision") }
        let said: Data
        do {
            said = try Self.git(
                ["rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}"], in: folder)
        } catch is GitFailure {
            throw CannotStart("git knows no revision '\(revision)' in '\(folder)'; 'git log' lists them")
        }
        commit = String(decoding: said, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    /// What `ProjectFolder.read` would have read then, without the lock of the schemas: it says nothing of what runs.
    func projectFiles() throws -> ProjectFiles {
        let listed = try Self.git(["ls-tree", "-r", "-z", "--name-only", commit], in: folder)
        let paths = listed.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
        let known = Set(paths)
        let standard = paths.filter { path in
            let parts = path.split(separator: "/")
            return path == ProjectFiles.projectFile
                || parts.count == 2 && ProjectFiles.folders.contains(String(parts[0]))
                    && ProjectFiles.isDocument(path)
        }
        return try ProjectFiles(sourceTexts(of: standard)).withNamedFiles { pattern in
            let wanted = PathPattern(pattern)
            return paths.filter(wanted.matches)
        } read: {
            try sourceTexts(of: $0.filter(known.contains))
        }
    }

    /// One process for all files: names go in, sizes and bytes come out.
    private func sourceTexts(of paths: [String]) throws -> [SourceText] {
        guard !paths.isEmpty else { return [] }
        // A line end in a name would be read as the end of the request.
        let asked = paths.filter { !$0.contains("\n") }
        let requests = asked.map { "\(commit):./\($0)\n" }.joined()
        let answer = try Self.git(["cat-file", "--batch"], in: folder, input: Data(requests.utf8))
        var rest = answer[...]
        return try asked.compactMap { path in
            guard let end = rest.firstIndex(of: UInt8(ascii: "\n")) else { throw GitFailure("git ended too early") }
            let words = String(decoding: rest[..<end], as: UTF8.self).split(separator: " ")
            rest = rest[rest.index(after: end)...]
            guard words.count == 3, let size = Int(words[2]), rest.count > size else { return nil }
            defer { rest = rest.dropFirst(size + 1) }
            return words[1] == "blob" ? SourceText(path: path, utf8: Array(rest.prefix(size))) : nil
        }
    }

    /// What git printed. No shell; ended after half a minute.
    private static func git(_ arguments: [String], in folder: String, input: Data = Data()) throws -> Data {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["git", "-C", folder] + arguments
        let (asked, said) = (Pipe(), Pipe())
        process.standardInput = asked
        process.standardOutput = said
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
        } catch {
            throw CannotStart("'git' cannot be started: \(error.localizedDescription)")
        }
        let watchdog = DispatchWorkItem { process.terminate() }
        DispatchQueue.global().asyncAfter(deadline: .now() + 30, execute: watchdog)
        // Git answers while it is asked: whoever writes all first may wait for ever.
        let request = asked.fileHandleForWriting
        Thread.detachNewThread {
            try? request.write(contentsOf: input)  // git's exit code tells when it has gone
            try? request.close()
        }
        let answer = try said.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        watchdog.cancel()
        guard process.terminationReason == .exit, process.terminationStatus == 0 else {
            throw GitFailure("git \(arguments[0]) failed in '\(folder)'")
        }
        return answer
    }
}

private struct GitFailure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) { self.description = description }
}
