import ArgumentParser
import Execution
import Foundation
import Kinds
import Monitoring
import Planning
import Reporting
import Runners

extension ColorChoice: ExpressibleByArgument {}

/// Runs a pipeline.
struct Run: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Run a pipeline: what is out of date, in parallel, each failure on its own.",
        discussion: """
            Tasks whose definition and inputs have not changed since they last completed are not run again. A task that \
            fails is tried again as its policy says; then what depends on it is skipped and the rest goes on.

              esteira run ecommerce_etl --param date=2026-01-31     one day
              esteira run ecommerce_etl --select transform.orders+  a task and all behind it
              esteira run ecommerce_etl --resume last               go on where a failed or killed run stopped
              esteira run --plan plan.json                          just what was planned, or nothing

            Exit codes: 0 all done, 1 a task failed, 2 cannot start, 4 refused: another run is under way, or a saved plan \
            no longer fits, 130 interrupted.
            """)

    @Argument(help: "The pipeline.")
    var pipeline: String?

    @OptionGroup var options: ProjectOptions

    @Option(name: .shortAndLong, help: ArgumentHelp("Tasks to run: 'load.orders', '+load.orders' with what it needs, 'orders+' with what needs it, 'group:load'.", valueName: "selector"))
    var select: [String] = []

    @Option(help: ArgumentHelp("Tasks to leave out.", valueName: "selector"))
    var exclude: [String] = []

    @Option(help: ArgumentHelp("Go on with a run: its id, or 'last'.", valueName: "run"))
    var resume: String?

    @Flag(help: "Run the chosen tasks although they are up to date.")
    var force = false

    @OptionGroup(title: "A saved plan") var savedPlan: SavedPlanOptions

    @Option(name: .shortAndLong, help: "Most tasks at a time.")
    var jobs = 4

    @Option(help: "Colours: auto, always or never.")
    var color: ColorChoice = .auto

    @Flag(help: "Only ASCII characters.")
    var ascii = false

    func run() async throws {
        let saved = try savedPlan.saved()
        if saved != nil, !select.isEmpty || !exclude.isEmpty || resume != nil || force {
            throw ValidationError("--plan runs just its plan: leave out --select, --exclude, --resume and --force.")
        }
        let project = try LoadedProject(saved?.applied(to: options) ?? options)
        try saved?.requireFiles(of: project)
        guard let declared = project.reading.project else {
            try project.requireNoErrors(project.reading.found)
            return
        }
        try project.requireNoErrors(project.reading.found)
        let declaration = try project.pipeline(named: saved?.pipeline(asked: pipeline) ?? pipeline)
        let session = try RunSession(
            project: project, declared: declared, pipeline: declaration, resume: resume,
            presentation: Presentation(color: color, isASCII: ascii), saved: saved)
        let outcome = try await session.run(
            selection: Selection(select, excluding: exclude), force: force, width: jobs,
            arguments: ["select": select.joined(separator: " "), "params": project.options.params.joined(separator: " ")])
        if outcome.exitCode != .success { throw ArgumentParser.ExitCode(outcome.exitCode.rawValue) }
    }
}
