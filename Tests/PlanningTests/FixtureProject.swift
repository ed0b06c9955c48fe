import Configuration
import Foundation
import Kinds
import Planning
import Quality
import Reporting
import TestSupport

/// A project of `Tests/Fixtures` and how it is read.
struct FixtureProject {
    static let folder = repositoryRoot.appending(path: "Tests/Fixtures")
    /// Noon of 2026-02-01.
    static let clock = ReadingClock(now: 1_769_947_200_000_000)

    var files: [String: SourceText]
    var profile: String?
    var params: [String: String] = [:]
    var environment: [String: String] = [:]
    var requiresEnvironment = false

    /// A whole project of `projects`.
    init(_ name: String) throws {
        files = try Self.texts(in: Self.folder.appending(path: "projects/\(name)"))
    }

    /// The shop with the files of a malformed project laid over it.
    init(malformed name: String) throws {
        try self.init("shop")
        var over = try Self.texts(in: Self.folder.appending(path: "malformed/\(name)"))
        over["expected.txt"] = nil
        let options = over.removeValue(forKey: "options.txt")
        files.merge(over) { $1 }
        let lines = options.map { String(decoding: $0.utf8, as: UTF8.self).split(separator: "\n") } ?? []
        for line in lines { try apply(line) }
    }

    private mutating func apply(_ line: Substring) throws {
        let words = line.split(separator: " ", maxSplits: 1).map(String.init)
        let pair = words[1].split(separator: "=", maxSplits: 1).map(String.init)
        switch words[0] {
        case "profile": profile = words[1]
        case "param": params[pair[0]] = pair[1]
        case "env": environment[pair[0]] = pair[1]
        case "requires": requiresEnvironment = true
        case "without": files[words[1]] = nil
        default: throw UnknownOption(line: String(line))
        }
    }

    struct UnknownOption: Error { var line: String }

    var options: ReadingOptions {
        ReadingOptions(
            profile: profile, params: params,
            scope: Scope(requiresEnvironment: requiresEnvironment, environment: environment, secrets: environment),
            clock: Self.clock)
    }

    func reading() -> ProjectReading {
        readProject(ProjectFiles(Array(files.values)), options: options)
    }

    /// All that lint finds without an engine.
    func findings() -> Diagnostics {
        let reading = reading()
        var found = reading.found
        if let project = reading.project {
            for pipeline in project.pipelines { _ = compile(pipeline, of: project, probe: PlanProbe(), found: &found) }
        }
        return found
    }

    /// Paths relative to the folder.
    private static func texts(in folder: URL) throws -> [String: SourceText] {
        var texts: [String: SourceText] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            let file = folder.appending(path: path)
            guard !file.hasDirectoryPath, let data = FileManager.default.contents(atPath: file.path) else { continue }
            texts[path] = SourceText(path: path, utf8: Array(data))
        }
        return texts
    }
}
