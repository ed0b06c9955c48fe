import ArgumentParser
import Foundation
import Kinds
import Reporting
import Synthesis

/// Writes the synthetic tables of a project without running anything else.
struct Generate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Write synthetic tables, or measure how fast they are made.",
        discussion: "The same seed and parameters give the same bytes, whatever the number of threads.")

    @Argument(help: "The pipeline whose generators to run.")
    var pipeline: String?

    @OptionGroup var options: ProjectOptions

    @Option(name: .shortAndLong, help: "Only this table; may be repeated.")
    var table: [String] = []

    @Option(help: "Threads. Default: as many as the machine has.")
    var threads: Int?

    @Flag(help: "Write nothing: make every table and print rows and bytes a second.")
    var benchmark = false

    func run() async throws {
        // Writing CSV files needs no database.
        let project = try LoadedProject(options, requiresEnvironment: false)
        try project.requireNoErrors(project.reading.found)
        let declaration = try project.pipeline(named: pipeline)
        let threads = threads ?? ProcessInfo.processInfo.activeProcessorCount
        var rows = TextTable([.left, .right, .right, .right, .right, .left])
        rows.add(["table", "rows", "bytes", "rows/s", "MB/s", ""])
        for generator in declaration.generators {
            for name in generator.database.tables.map(\.name) where table.isEmpty || table.contains(name) {
                let path = generator.path(of: name)
                let start = ContinuousClock.now
                let file = try makeTable(name, of: generator, to: project.folder.absolute(path), threads)
                let seconds = (ContinuousClock.now - start) / .seconds(1)
                rows.add([
                    name, file.rows.grouped, file.bytes.grouped, Int(Double(file.rows) / seconds).grouped,
                    Int(Double(file.bytes) / seconds / 1e6).grouped, benchmark ? "" : path,
                ])
            }
        }
        output(rows.lines().joined(separator: "\n") + "\n")
    }

    private func makeTable(
        _ name: String, of generator: GeneratorDeclaration, to path: String, _ threads: Int
    ) throws -> GeneratedFile {
        if benchmark {
            return try generator.program.writeCSV(table: name, dialect: generator.dialect, threads: threads) { _ in }
        }
        try FileManager.default.createDirectory(
            at: URL(filePath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
        return try generator.program.writeCSV(table: name, dialect: generator.dialect, threads: threads, to: path)
    }
}
