import ArgumentParser
import Configuration
import Execution
import Kinds
import Monitoring
import Reporting

/// Tells of past runs.
struct Runs: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "runs",
        abstract: "List past runs, or show one.",
        discussion: """
              esteira runs                  the latest
              esteira runs show last        the tasks of one: 'last', or a run's id
              esteira runs prune --dry-run  what is older than the project keeps
            """,
        subcommands: [RunsList.self, RunsShow.self, RunsPrune.self],
        defaultSubcommand: RunsList.self)
}

/// Lists runs.
struct RunsList: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List past runs, or show one.")

    @Argument(help: "A run's id, or 'last', to show its tasks, as 'runs show' does.")
    var id: String?

    @OptionGroup var options: ProjectOptions

    @Option(help: "Only runs of this pipeline.")
    var pipeline: String?

    @Option(help: "At most so many.")
    var limit = 20

    func run() throws {
        let project = try LoadedProject(options, requiresEnvironment: false)
        if let id { return try project.show(run: id, of: pipeline) }
        let runs = try project.pastRuns()?.runs(pipeline: pipeline, limit: limit) ?? []  // no store yet: no runs
        output(runListing(runs, Presentation().style(of: 1)))
    }
}

/// Shows one run.
struct RunsShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Show the tasks of a run, and why some of them did not succeed.")

    @Argument(help: "A run's id, or 'last'.")
    var id = "last"

    @OptionGroup var options: ProjectOptions

    @Option(help: "With 'last': the last run of this pipeline.")
    var pipeline: String?

    func run() throws {
        try LoadedProject(options, requiresEnvironment: false).show(run: id, of: pipeline)
    }
}

/// Forgets old runs.
struct RunsPrune: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Forget old runs of the profile, with their logs.",
        discussion: """
            A successful run does the same by itself. What is done stays done: of runs that an output or an interval goes \
            by, only attempts, events and logs are forgotten. Runs at work, the latest of each pipeline, and failed runs that \
            can be resumed stay as they are.
            """)

    @OptionGroup var options: ProjectOptions

    @Option(
        help: ArgumentHelp(
            "How long after its end a run is kept. Default: 'runs: {keep: …}' of esteira.yaml, else 90d.",
            valueName: "time"))
    var keep: String?

    @Flag(help: "Only say what would be forgotten.")
    var dryRun = false

    func run() async throws {
        let project = try LoadedProject(options, requiresEnvironment: false)
        guard let declared = project.reading.project else { return try project.requireNoErrors(project.reading.found) }
        let kept = try keep.map { text in
            guard let duration = Duration(parsing: text) else {
                throw CannotStart("'--keep \(text)' is no duration such as 30d")
            }
            return duration
        }
        let pruning = RunPruning(Workplace(project, declared.profile), keeping: kept ?? declared.runsKept)
        guard let store = try project.pastRuns() else { return output("no runs yet\n") }
        let found = try pruning.found(in: store)
        output(prunedListing(found, isDryRun: dryRun))
        if !dryRun, !found.all.isEmpty {
            try await pruning.perform(found, in: Workplace(project, declared.profile).store())
        }
    }
}

extension LoadedProject {
    fileprivate func show(run name: String, of pipeline: String?) throws {
        let (store, run) = try pastRun(named: name, of: pipeline)
        output(runDetails(run, try store.tasks(of: run.id), Presentation().style(of: 1)))
    }

    /// - Parameter name: an id, or `last`.
    func pastRun(named name: String, of pipeline: String? = nil) throws -> (RunStore, RunRecord) {
        guard let store = try pastRuns(),
            let record = name == "last"
                ? try store.runs(pipeline: pipeline, limit: 1).first : try store.run(RunID(name))
        else { throw CannotStart("there is no run '\(name)'; 'esteira runs' lists them") }
        return (store, record)
    }
}
