import Configuration
import Foundation
import Kinds
import Linting
import Reporting
import TestSupport

/// The files of a rule's example, laid over a project without findings.
struct ExampleProject {
    /// Noon of 2026-02-01.
    static let clock = ReadingClock(now: 1_769_947_200_000_000)
    private static let shop = repositoryRoot.appending(path: "Tests/Fixtures/projects/shop")

    let files: ProjectFiles

    init(_ example: RuleExample? = nil) throws {
        var sources: [String: SourceText] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: Self.shop.path) {
            let file = Self.shop.appending(path: path)
            guard !file.hasDirectoryPath, let data = FileManager.default.contents(atPath: file.path) else { continue }
            sources[path] = SourceText(path: path, utf8: Array(data))
        }
        for file in example?.files ?? [] { sources[file.path] = SourceText(path: file.path, text: file.text) }
        files = ProjectFiles(Array(sources.values))
    }

    func findings() -> Diagnostics {
        lint(
            files,
            options: ReadingOptions(
                scope: Scope(requiresEnvironment: false, environment: [:], secrets: [:]), clock: Self.clock),
            // As where `.gitignore` names `.env`.
            trackedFiles: Set(files.sources.map(\.path)).subtracting([".env"]))
    }
}
