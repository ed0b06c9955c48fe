import ArgumentParser
import Configuration
import Foundation
import Kinds
import Linting
import Reporting

/// Writes project files in the one canonical layout.
struct Format: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fmt",
        abstract: "Lay project files out in one way.",
        discussion: """
            Two blanks a level, list items below their key, one blank after ':' and '-', no blanks at line ends. Comments, \
            quotes, anchors and the order of keys stay, and what a file says never changes. Files that do not parse are left \
            alone: 'esteira lint' says what is wrong with them.
            """)

    @Option(name: .customLong("project"), help: "The project's folder. Default: this one or the nearest above it.")
    var folder: String?

    @Argument(help: "Files; all YAML files of the project if none are given. '-' reads one from standard input.")
    var paths: [String] = []

    @Flag(help: "Write nothing; exit code 1 when a file would change.")
    var check = false

    @Flag(help: "Write nothing; print what would change.")
    var diff = false

    func run() throws {
        if paths == ["-"] {
            let source = SourceText(path: "-", utf8: Array(FileHandle.standardInput.readDataToEndOfFile()))
            guard let formatted = formattedYAML(source) else { throw CannotStart("the text is not YAML") }
            return output(String(decoding: formatted.utf8, as: UTF8.self))
        }
        var changed = 0
        for (file, source) in try sources() {
            guard let formatted = formattedYAML(source) else {
                report("\(source.path): does not parse; left alone")
                continue
            }
            guard formatted.utf8 != source.utf8 else { continue }
            changed += 1
            if diff {
                output(unifiedDiff(from: source, to: formatted))
            } else if check {
                output("\(source.path)\n")
            } else {
                try replace(file, with: formatted.utf8)
                report("formatted \(source.path)")
            }
        }
        if (check || diff) && changed > 0 { throw ExitCode(1) }
    }

    /// Where each file lies, and its text under the name that people know it by.
    private func sources() throws -> [(file: String, source: SourceText)] {
        guard paths.isEmpty else {
            return try paths.map { path in
                guard let data = FileManager.default.contents(atPath: path) else {
                    throw CannotStart("'\(path)' cannot be read")
                }
                return (path, SourceText(path: path, utf8: Array(data)))
            }
        }
        let start = folder ?? FileManager.default.currentDirectoryPath
        guard let project = ProjectFolder.enclosing(start) else {
            throw CannotStart("there is no 'esteira.yaml' in '\(start)' or above it; 'esteira init' makes one")
        }
        return try project.read().sources.filter { !$0.path.hasSuffix(".json") && $0.path != SchemaLock.file }
            .map { (project.absolute($0.path), $0) }
    }
}
