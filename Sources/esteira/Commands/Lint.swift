import ArgumentParser
import Foundation
import Kinds
import Linting
import Planning
import Reporting
import Runners

extension DiagnosticFormat: ExpressibleByArgument {}

/// Finds everything that is wrong with a project. Needs no server.
struct Lint: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Find everything that is wrong with a project.",
        discussion: "Reads every file, runs nothing, and needs neither network nor server. Exit code 1 when there are errors.")

    @OptionGroup var options: ProjectOptions

    @Option(name: .shortAndLong, help: "How to write the findings: \(DiagnosticFormat.allCases.map(\.rawValue).joined(separator: ", ")).")
    var format: DiagnosticFormat = .text

    @Flag(help: "Fail on warnings too.")
    var strict = false

    func run() async throws {
        // Lint judges the files, not this machine: variables of other machines may be missing here.
        let project = try LoadedProject(options, requiresEnvironment: false)
        try project.refuseUnknownParameters()
        let found: Diagnostics
        if let declared = project.reading.project {
            let workplace = Workplace(project, declared.profile)
            let engine = Lazily { try? workplace.engine() }  // without DuckDB, queries go unbound, and lint says so
            let probe = PlanProbe.local(folder: project.folder, lake: workplace.lake, ledger: [:]) { engine.value }
            found = lint(project.files, read: project.reading, clock: project.clock, probe: probe)
        } else {
            found = lint(project.files, read: project.reading, clock: project.clock)
        }
        output(project.report(found, as: format, coloured: isColoured(1)))
        let worst = found.items.map(\.severity).max()
        if worst == .error || (strict && worst == .warning) { throw ExitCode(1) }
    }
}
