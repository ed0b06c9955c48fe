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

    @Flag(help: "Write nothing; exit code 1 when a file would change, or does not parse.")
    var check = false

    @Flag(help: "Write nothing; print what would change.")
    var diff = false

    func run() throws {
        if paths == ["-"] {
            let source = SourceText(path: "-", utf8: Array(FileHandle.standardInput.readDataToEndOfFile()))
            guard let formatted = formattedYAML(source) else { throw CannotStart("the text is not YAML") }
            return output(String(decoding: formatted.utf8, as: UTF8.self))
        }
        let (sources, unread) = try textsToFormat()
        for file in unread { tell(file.message) }
        var unfit = unread.count
        var changed = 0
        var refused = 0
        for (file, root, source) in sources {
            guard let formatted = formattedYAML(source) else {
                tell("\(source.path): does not parse; left alone")
                unfit += 1
                continue
            }
            guard formatted.utf8 != source.utf8 else { continue }
            changed += 1
            if diff {
                output(unifiedDiff(from: source, to: formatted))
            } else if check {
                output("\(source.path)\n")
            } else if leadsOut(file, in: root) {
                refused += 1
            } else {
                try replace(file, with: formatted.utf8, inside: root)
                report("formatted \(source.path)")
            }
        }
        if refused > 0 || (check || diff) && changed + unfit > 0 { throw ExitCode(1) }
    }

    /// Whether a link leads out of the project, as told: one such file keeps no other from being formatted.
    private func leadsOut(_ file: String, in root: String) -> Bool {
        do throws(CannotStart) {
            try placeToWrite(file, inside: root)
            return false
        } catch {
            tell(error.message)
            return true
        }
    }

    /// Where each file lies, the folder that it must not leave, and its text under the name that people know it by.
    private func textsToFormat() throws -> (
        read: [(file: String, root: String, source: SourceText)], unread: [UnreadFile]
    ) {
        guard paths.isEmpty else { return (try paths.map(givenFile), []) }
        let start = folder ?? FileManager.default.currentDirectoryPath
        guard let project = ProjectFolder.enclosing(start) else {
            throw CannotStart("there is no 'esteira.yaml' in '\(start)' or above it; 'esteira init' makes one")
        }
        let files = project.read()
        let texts = files.sources.filter { !$0.path.hasSuffix(".json") && $0.path != SchemaLock.file }
        return (texts.map { (project.absolute($0.path), project.path, $0) }, files.unread)
    }

    private func givenFile(_ path: String) throws -> (file: String, root: String, source: SourceText) {
        let url = URL(filePath: path).standardizedFileURL
        let folder = url.deletingLastPathComponent().path(percentEncoded: false)
        do throws(UnreadFile) {
            guard let text = try ProjectFolder(path: folder).source(url.lastPathComponent) else {
                throw UnreadFile(path, .missing)
            }
            return (path, ProjectFolder.enclosing(folder)?.path ?? folder, SourceText(path: path, utf8: text.utf8))
        } catch {
            throw UnreadFile(path, error.reason)
        }
    }
}
