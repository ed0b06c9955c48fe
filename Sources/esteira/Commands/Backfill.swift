import ArgumentParser
import Execution
import Expressions
import Foundation
import Kinds
import Reporting

/// Runs a pipeline for a stretch of time.
struct Backfill: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backfill",
        abstract: "Run a pipeline for each interval of a stretch of time.",
        discussion: """
            An interval is a day where the pipeline has a parameter 'date', and else the time between two moments of its \
            schedule. Each is a run of its own, in the state that 'run' keeps; one that fails does not stop the others. \
            Started again, it goes on with what is missing.

              esteira backfill ecommerce_etl --from 2026-01-01 --to 2026-01-31 --dry-run
              esteira backfill ecommerce_etl --from 2026-01-01 --to 2026-01-31 --parallel 2
              esteira backfill ecommerce_etl --from 2026-01-01 --to 2026-01-31 --reprocess failed

            Exit codes: 0 all done, 1 an interval failed, 2 cannot start, 4 refused: another process runs the pipeline, \
            130 interrupted.
            """)

    @Argument(help: "The pipeline.")
    var pipeline: String?

    @OptionGroup var options: ProjectOptions

    @Option(help: ArgumentHelp("The first day.", valueName: "date"))
    var from: String

    @Option(help: ArgumentHelp("The last day.", valueName: "date"))
    var to: String

    @Option(
        help: """
            Which intervals: 'missing', without a complete success; 'failed', whose last run did not succeed; or 'all'.
            """)
    var reprocess: Reprocessing = .missing

    @Option(help: ArgumentHelp("Most intervals at a time.", valueName: "n"))
    var parallel = 1

    @Option(name: .shortAndLong, help: "Most tasks of an interval at a time.")
    var jobs = 4

    @Flag(help: "Newest first.")
    var reverse = false

    @Flag(help: "Say what would run, and run nothing.")
    var dryRun = false

    func run() async throws {
        let (first, last) = (try dayNumber(from, "--from"), try dayNumber(to, "--to"))
        guard first <= last else { throw ValidationError("--from is after --to.") }
        guard parallel > 0 else { throw ValidationError("--parallel is at least 1.") }
        let project = try LoadedProject(options)
        try project.requireNoErrors(project.reading.found)
        guard let declared = project.reading.project else { return }
        let declaration = try project.pipeline(named: pipeline)
        guard let series = IntervalSeries(declaration) else {
            throw CannotStart(
                "'\(declaration.name)' has neither a parameter 'date' nor a schedule: nothing tells one run from another"
            )
        }
        if series.isDaily, try options.values()[Parameter.dayName] != nil {
            throw ValidationError("The days are those of --from and --to; leave out --param date.")
        }
        let workplace = Workplace(project, declared.profile)
        let days = try BackfillDays(
            declaration.name, into: declared.profile.name, series, series.intervals(from: first, through: last),
            project.pastRuns())
        let chosen = days.chosen(reprocess)
        guard !dryRun, !chosen.isEmpty else { return output(days.listing(chosen: chosen)) }
        let runner = IntervalRunner(options: options, parts: try RunParts(workplace), width: jobs)
        let isApart =
            try chosen.count > 1 && runner.areApart(chosen[0].interval, chosen[1].interval, declaration.name, series)
        if parallel > 1, chosen.count > 1, !isApart {
            report(Language.spoken.text("The intervals write the same files: one runs at a time."))
        }
        let backfill = BackfillRun(
            pipeline: declaration.name, series: series, runner: runner, width: isApart ? parallel : 1)
        let code = try await backfill.perform(reverse ? chosen.reversed() : chosen)
        if code != .success { throw ArgumentParser.ExitCode(code.rawValue) }
    }

    /// Days since 1970-01-01.
    private func dayNumber(_ text: String, _ option: String) throws -> Int64 {
        guard case .date(let day)? = Value(parsing: text, as: .date) else {
            throw ValidationError("\(option) '\(text)' is not a date such as 2026-01-31.")
        }
        return Int64(day)
    }
}

/// Which intervals a backfill takes.
enum Reprocessing: String, ExpressibleByArgument, CaseIterable {
    case missing, failed, all
}
