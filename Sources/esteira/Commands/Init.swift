import ArgumentParser
import Foundation
import Reporting

/// Makes a small project that runs at once.
struct Init: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Make a small project that runs at once.",
        discussion: "Needs no server: the warehouse is a DuckDB file. Nothing that is there already is overwritten.")

    @Argument(help: "The folder; made where it is missing.")
    var folder = "."

    func run() throws {
        let root = URL(filePath: folder)
        let existing = starterProject.map(\.path).filter {
            FileManager.default.fileExists(atPath: root.appending(path: $0).path(percentEncoded: false))
        }
        guard existing.isEmpty else {
            throw CannotStart("'\(existing[0])' is there already; nothing was written")
        }
        for file in starterProject {
            let url = root.appending(path: file.path)
            try FileManager.default.createDirectory(
                at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data(file.text.utf8).write(to: url)
        }
        output(starterProject.map { "  \($0.path)\n" }.joined())
        output("Next:  \(folder == "." ? "" : "cd \(folder) && ")esteira run\n")
    }
}
