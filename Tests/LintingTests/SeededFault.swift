import Configuration
import Foundation
import Kinds
import Linting
import Quality
import Reporting
import TestSupport

/// A good project with one mistake of a person in it.
struct SeededFault {
    var kind: Kind
    var project: GoodProject
    var edit: TextEdit
    /// Where a person would look for it, from 1. Usually one line; what is missing is missed in its declaration.
    var lines: ClosedRange<Int>

    enum Kind: String, CaseIterable {
        case keyTypo, valueTypo, referenceTypo, columnTypo, wrongType, wrongPlace, missingKey, cycle, badCron, badPath
        case secretInClear, badSQL, impossibleExpectation
    }

    var files: ProjectFiles {
        ProjectFiles(
            project.files.sources.map { source in
                guard source.path == edit.file else { return source }
                var bytes = source.utf8
                bytes.replaceSubrange(edit.range, with: edit.replacement.utf8)
                return SourceText(path: source.path, utf8: bytes)
            })
    }

    /// Whether something that is no hint, and was not said of the good project, is said about it where it is.
    func isCaught(before known: Set<Message>) -> Bool {
        project.findings(of: files).items.contains { finding in
            let told = finding.span.start.line...max(finding.span.start.line, finding.span.end.line)
            return finding.severity > .hint && finding.span.file == edit.file && told.overlaps(lines)
                && !known.contains(finding.message)
        }
    }
}

/// A project without errors.
struct GoodProject: Sendable {
    static let all = ["shop", "everything", "invented"].map { GoodProject($0) }

    let name: String
    let files: ProjectFiles

    private init(_ name: String) {
        let folder = repositoryRoot.appending(path: "Tests/Fixtures/projects/\(name)")
        let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.path)) ?? []  // no faults: the count test fails
        self.name = name
        files = ProjectFiles(
            paths.sorted().compactMap { path in
                let file = folder.appending(path: path)
                guard !file.hasDirectoryPath, let data = FileManager.default.contents(atPath: file.path) else {
                    return nil
                }
                return SourceText(path: path, utf8: Array(data))
            })
    }

    func findings(of files: ProjectFiles) -> Diagnostics {
        lint(
            files,
            options: ReadingOptions(
                scope: Scope(requiresEnvironment: false, environment: [:], secrets: [:]), clock: ExampleProject.clock))
    }

    /// Each known key that is written in YAML, with the file it stands in.
    var writtenFields: [(source: SourceText, field: WrittenField)] {
        var written: [(SourceText, WrittenField)] = []
        for source in files.sources {
            var found = Diagnostics()
            guard source.path.hasSuffix(".yaml"), let spec = Self.spec(of: source.path),
                let tree = parseYAML(source, found: &found)
            else { continue }
            forEachField(in: tree, as: spec) { written.append((source, $0)) }
        }
        return written
    }

    private static func spec(of path: String) -> KindSpec? {
        switch path.split(separator: "/").first {
        case "esteira.yaml": ProjectFile.spec
        case "pipelines": Pipeline.spec
        case "schemas": TableSchema.spec
        case "expectations": suiteSpec
        default: nil
        }
    }
}
