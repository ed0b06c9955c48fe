import ArgumentParser
import Execution
import Foundation
import Kinds
import Monitoring
import Reporting

/// Prints what tasks wrote to their logs.
struct Logs: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "logs",
        abstract: "Print the log of a run, or of one of its tasks.",
        discussion: """
              esteira logs                             the last run, from 'info' on
              esteira logs load.orders                 one task of it
              esteira logs last --level warn -f        what goes wrong, as it is written
              esteira logs RUN load.orders --level debug --json

            Secrets are written as '•••' in the files already.
            """
    )

    @Argument(help: ArgumentHelp("A run's id, or 'last'; may be left out before a task.", valueName: "run"))
    var first: String?

    @Argument(help: ArgumentHelp("A task; of a mapped one its members too.", valueName: "task"))
    var second: String?

    @OptionGroup var options: ProjectOptions

    @Flag(name: .shortAndLong, help: "Go on until the run has ended.")
    var follow = false

    @Option(help: "From this level on: debug (with every statement), info, warning or error.")
    var level: LogLevel = .info

    @Flag(help: "The lines of the files as they are, JSON.")
    var json = false

    @Option(help: "Colours: auto, always or never.")
    var color: ColorChoice = .auto

    @Flag(help: "Only ASCII characters.")
    var ascii = false

    /// Between two looks at the files.
    private static let pause: Duration = .milliseconds(300)

    func run() async throws {
        let project = try LoadedProject(options, requiresEnvironment: false)
        let (run, task) = try asked(project)
        let folder = URL(filePath: project.folder.absolute(".esteira/logs"))
        var reader = LogReader(folder: folder, run: run.id, task: task)
        var isAtWork = follow && run.state == .running
        var count = try printEntries(reader.next())
        while isAtWork {
            try await Task.sleep(for: Self.pause)
            // Asked before the files are read: what is written by then is all there will be.
            isAtWork = try project.pastRuns()?.run(run.id)?.state == .running
            count += try printEntries(reader.next())
        }
        guard count == 0, !json else { return }
        tell("nothing was logged at this level; '--level debug' has every statement")
    }

    /// One word alone is a run where there is one of that name, else a task of the last one.
    private func asked(_ project: LoadedProject) throws -> (RunRecord, TaskID?) {
        if let first, second == nil, first != "last", try project.pastRuns()?.run(RunID(first)) == nil {
            let (store, run) = try project.pastRun(named: "last")
            return (run, try task(first, in: run, of: store))
        }
        let (store, run) = try project.pastRun(named: first ?? "last")
        return (run, try second.map { try task($0, in: run, of: store) })
    }

    private func task(_ name: String, in run: RunRecord, of store: RunStore) throws -> TaskID {
        let names = try store.tasks(of: run.id).map(\.task.rawValue)
        guard names.contains(name) else {
            let closest = didYouMean(closestName(to: name, among: names))
            throw CannotStart("run \(run.id.rawValue) has no task '\(name)'\(closest)")
        }
        return TaskID(name)
    }

    private func printEntries(_ entries: [LogEntry]) -> Int {
        let style = Presentation(color: color, isASCII: ascii).style(of: 1)
        let shown = entries.filter { $0.level >= level }
        if !shown.isEmpty { output(shown.map { (json ? $0.line : $0.text(style)) + "\n" }.joined()) }
        return shown.count
    }
}

extension LogLevel: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(rawValue: argument == "warn" ? "warning" : argument)
    }
}
