import ArgumentParser
import Execution
import Expressions
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

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp(
            "Tasks to run: 'load.orders', '+load.orders' with what it needs, 'orders+' with what needs it, 'group:load'.",
            valueName: "selector"))
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

    /// A run goes on with the parameters that it began with: those of another day would be another run.
    private func resumedOptions() throws -> ProjectOptions {
        guard let resume else { return options }
        let project = try LoadedProject(options, requiresEnvironment: false)
        guard let profile = project.reading.project?.profile else { return options }
        let declaration = try project.pipeline(named: pipeline)
        guard let store = try project.pastRuns(),
            let past = resume == "last"
                ? try store.latestRun(pipeline: declaration.name, target: profile.name) : try store.run(RunID(resume)),
            let began = past.parameters, past.pipeline == declaration.name
        else { return options }  // what is wrong is told when the run is opened
        let given = try options.values()
        for parameter in declaration.params where given[parameter.name] != nil {
            guard let was = began[parameter.name], was != parameter.value.text else { continue }
            throw CannotStart(
                """
                run \(past.id) is for \(parameter.name)=\(was), not \(parameter.value.text): leave out '--param \(parameter.name)', \
                or start a new run without '--resume'
                """)
        }
        var resumed = options
        let declared = Set(declaration.params.map(\.name))
        resumed.params = began.filter { declared.contains($0.key) }.sorted { $0.key < $1.key }.map { "\($0)=\($1)" }
        return resumed
    }

    func run() async throws {
        let saved = try savedPlan.saved()
        if saved != nil, !select.isEmpty || !exclude.isEmpty || resume != nil || force {
            throw ValidationError("--plan runs just its plan: leave out --select, --exclude, --resume and --force.")
        }
        let project = try LoadedProject(saved?.applied(to: options) ?? resumedOptions())
        try saved?.requireFiles(of: project)
        guard let declared = project.reading.project else {
            try project.requireNoErrors(project.reading.found)
            return
        }
        let name = try saved?.pipeline(asked: pipeline) ?? pipeline
        // A pipeline that cannot be read is not among those that there are.
        if name == nil || !declared.pipelines.contains(where: { $0.name == name }) {
            try project.requireNoErrors(project.reading.found)
        }
        let declaration = try project.pipeline(named: name)
        try project.requireNoErrors(project.found(concerning: declaration))
        project.warnOfOthers(than: declaration)
        let session = try RunSession(
            project: project, declared: declared, pipeline: declaration, resume: resume,
            presentation: Presentation(color: color, isASCII: ascii), saved: saved)
        let outcome = try await session.run(
            selection: Selection(select, excluding: exclude), force: force, width: jobs,
            arguments: [
                "select": select.joined(separator: " "), "params": project.options.params.joined(separator: " "),
            ])
        if outcome.exitCode != .success { throw ArgumentParser.ExitCode(outcome.exitCode.rawValue) }
    }
}
