import ArgumentParser
import Execution
import Kinds
import Monitoring
import Reporting

/// Tells of past runs.
struct Runs: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "runs", abstract: "List past runs, or show one.")

    @Argument(help: "A run's id, or 'last', to show its tasks.")
    var id: String?

    @OptionGroup var options: ProjectOptions

    @Option(help: "Only runs of this pipeline.")
    var pipeline: String?

    @Option(help: "At most so many.")
    var limit = 20

    func run() throws {
        let project = try LoadedProject(options, requiresEnvironment: false)
        let store = try project.pastRuns()
        let style = Presentation().style(of: 1)
        let runs = try store?.runs(pipeline: pipeline, limit: limit) ?? []
        guard let name = id else { return output(runListing(runs, style)) }
        guard let store, let record = name == "last" ? runs.first : try store.run(RunID(name)) else {
            throw CannotStart("there is no run '\(name)'; 'esteira runs' lists them")
        }
        output(runDetails(record, try store.tasks(of: record.id), style))
    }
}
