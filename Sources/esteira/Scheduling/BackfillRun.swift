import Execution
import Foundation
import Kinds
import Reporting

/// Performs the intervals of a backfill, a few at a time, and tells how they ended.
struct BackfillRun: Sendable {
    let pipeline: String
    let series: IntervalSeries
    let runner: IntervalRunner
    /// Most intervals at a time.
    let width: Int

    /// How an interval ended; one that was not begun has no end.
    fileprivate struct End: Sendable {
        var day: Int
        var outcome: RunOutcome?
        /// Why it could not begin, and whether another process is at work, which holds for all.
        var problem: String?
        var isRefused = false
    }

    func perform(_ days: [BackfillDays.Day]) async throws -> Execution.ExitCode {
        let ends = try await interruptible { await performAll(days) }
        let ended = Dictionary(uniqueKeysWithValues: ends.map { ($0.day, $0) })
        output(summary(days.indices.map { (days[$0].interval, ended[$0]) }))
        if ends.contains(where: \.isRefused) { return .refused }
        if ends.count < days.count || ends.contains(where: { $0.outcome?.exitCode == .interrupted }) {
            return .interrupted
        }
        return ends.allSatisfy { $0.outcome?.exitCode == .success } ? .success : .failures
    }

    /// Begins one when another ends; none after an interrupt, or where another process runs the pipeline.
    private func performAll(_ days: [BackfillDays.Day]) async -> [End] {
        await withTaskGroup(of: End.self) { group in
            var ends: [End] = []
            var next = 0
            while true {
                let mayBegin = !Task.isCancelled && !ends.contains(where: \.isRefused)
                if mayBegin, next < days.count, next - ends.count < width {
                    let (number, day) = (next, days[next])
                    group.addTask { await backfill(day, number) }
                    next += 1
                } else if let end = await group.next() {
                    ends.append(end)
                } else {
                    return ends
                }
            }
        }
    }

    private func backfill(_ day: BackfillDays.Day, _ number: Int) async -> End {
        let name = series.name(of: day.interval)
        var random = SystemRandomNumberGenerator()
        let run = day.interrupted ?? RunID(startedAt: Date(), using: &random)
        report("\(name)  run \(run) \(day.interrupted == nil ? "started" : "resumed")")
        do {
            let outcome = try await runner.run(pipeline, day.interval, of: series, as: run)
            report("\(name)  \(outcome.line)")
            return End(day: number, outcome: outcome)
        } catch let refusal as RunRefusal {
            let problem = Language.spoken.text(refusal.message)
            report("\(name)  \(problem)")
            return End(day: number, problem: problem, isRefused: true)
        } catch {
            report("\(name)  \(error)")
            return End(day: number, problem: "\(error)")
        }
    }

    // MARK: The summary

    private func summary(_ days: [(interval: DataInterval, end: End?)]) -> String {
        var table = TextTable([.left, .left, .right, .left])
        table.add(["interval", "state", "time", "run"])
        // In the order of time, however they were run.
        let sorted = days.sorted { $0.interval.start < $1.interval.start }
        let stretches = stretches(sorted.map { (element: $0, state: $0.end.stateName) })
        for stretch in stretches {
            let ends = sorted.filter {
                $0.interval.start >= stretch.first.interval.start && $0.interval.start <= stretch.last.interval.start
            }.compactMap(\.end)
            let time = ends.compactMap(\.outcome).map(\.duration).reduce(.zero, +)
            let runs = ends.compactMap { $0.outcome?.run.rawValue }
            table.add([
                "\(series.name(of: stretch.first.interval, stretch.last.interval)) (\(stretch.count))", stretch.state,
                time.text, runs.count == 1 ? runs[0] : "\(runs.count) runs",
            ])
        }
        let failures = sorted.compactMap { day -> String? in
            guard let problem = day.end?.problem ?? day.end?.outcome?.failureText else { return nil }
            return "\(series.name(of: day.interval))  \(problem)"
        }
        return (table.lines() + (failures.isEmpty ? [] : [""] + failures)).map { $0 + "\n" }.joined()
    }
}

extension BackfillRun.End? {
    /// In words of a summary.
    fileprivate var stateName: String {
        guard let self else { return "not started" }
        guard let outcome = self.outcome else { return self.isRefused ? "refused" : "could not start" }
        return outcome.exitCode == .success ? "ok" : outcome.stateName.rawValue
    }
}

extension RunOutcome {
    /// `ok, 12 tasks, 3.2s`, or what failed first.
    var line: String {
        let words = exitCode == .success ? "ok" : stateName.rawValue
        let count = results.count == 1 ? "1 task" : "\(results.count.grouped) tasks"
        return "\(words), \(count), \(duration.text)" + failureText.led(by: "; ")
    }
}
