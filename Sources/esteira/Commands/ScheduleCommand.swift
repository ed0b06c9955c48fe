import ArgumentParser
import Execution
import Foundation
import Kinds
import Planning
import Reporting

/// Runs the scheduled pipelines of a project when they are due.
struct ScheduleCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule",
        abstract: "Run the pipelines of a project when they are due.",
        discussion: """
            Looks at 'schedule:' of every pipeline and runs what is due, in this process, until it is stopped. What was \
            decided is kept: started again, also after a kill, it goes on where it was, and loses and repeats nothing. Runs \
            and schedules are read from the files as they are then.

              esteira schedule --next 5     the next five, with the interval that each is for
              esteira schedule --once       what is due now, for cron and systemd
              esteira schedule              all the time; SIGTERM stops it, and runs go on at the next start

            Exit codes: 0 stopped, or with --once all done; with --once 1 a run failed, 2 a run cannot start; \
            4 refused: another process keeps the schedule; 130 interrupted with --once.
            """)

    @Option(name: .customLong("project"), help: "The project's folder. Default: this one or the nearest above it.")
    var folder: String?

    @Option(help: "The profile of esteira.yaml to run with.")
    var profile: String?

    @Option(help: ArgumentHelp("Only show the next so many, and run nothing.", valueName: "n"))
    var next: Int?

    @Flag(help: "Do what is due now, and end.")
    var once = false

    @Option(help: ArgumentHelp("Most runs at a time.", valueName: "n"))
    var parallel = 4

    @Option(name: .shortAndLong, help: "Most tasks of a run at a time.")
    var jobs = 4

    func run() async throws {
        guard parallel > 0 else { throw ValidationError("--parallel is at least 1.") }
        var words: [String] = []
        if let folder { words += ["--project", folder] }
        if let profile { words += ["--profile", profile] }
        let options = try ProjectOptions.parse(words)
        let folder = try LoadedProject.folder(options)
        // Taken first, so that a change while it is read is seen.
        let stamps = WatchedFolder(folder).stamps()
        let project = try LoadedProject(options)
        let scheduled = try KeptSchedules.read(project)
        guard let declared = project.reading.project, !scheduled.isEmpty else {
            throw CannotStart("no pipeline has a 'schedule:'")
        }
        if let next {
            output(upcoming(next, of: scheduled, after: Date()))
            return
        }
        let parts = try RunParts(Workplace(project, declared.profile))
        let keeper = ScheduleKeeper(
            target: declared.profile.name, kept: KeptSchedules(project, scheduled, stamps: stamps),
            runner: IntervalRunner(options: options, parts: parts, width: jobs), width: parallel, isOnce: once)
        let code = try await keeper.run()
        if code != .success { throw ArgumentParser.ExitCode(code.rawValue) }
    }

    private func upcoming(_ count: Int, of schedules: [PipelineSchedule], after now: Date) -> String {
        let runs = schedules.flatMap { $0.upcoming(count, after: now) }.sorted { $0.due < $1.due }.prefix(max(0, count))
        var table = TextTable([.left, .left, .left, .left])
        table.add(["due", "pipeline", "interval", "waits for"])
        for run in runs {
            let zone = run.interval.zone
            table.add([
                zone.wallClock(run.due), run.schedule.pipeline,
                "\(zone.wallClock(run.interval.start)) … \(zone.wallClock(run.interval.end))",
                run.schedule.upstream.map { "\($0.pipeline).\($0.dataset)" }.joined(separator: ", "),
            ])
        }
        return table.lines().map { $0 + "\n" }.joined()
    }
}
