import Execution
import Kinds
import Reporting

/// The intervals of a backfill and what became of each so far.
struct BackfillDays {
    /// An interval before anything runs.
    struct Day: Sendable {
        var interval: DataInterval
        var state: State
        /// Whether some whole run of it has succeeded, be it not the latest.
        var hasSucceeded: Bool
        /// The latest run, where it died: it goes on.
        var interrupted: RunID?
    }

    enum State: String, Sendable {
        case done = "succeeded"
        case failed, interrupted, missing, running
    }

    let days: [Day]
    private let pipeline: String
    private let target: String
    private let series: IntervalSeries

    init(
        _ pipeline: String, into target: String, _ series: IntervalSeries, _ intervals: [DataInterval],
        _ store: RunStore?
    ) throws {
        self.pipeline = pipeline
        self.target = target
        self.series = series
        let histories = try store?.intervals(pipeline: pipeline, target: target)
        days = intervals.map { interval in
            guard let history = histories?[RunInterval(interval).start],
                let state = State(rawValue: history.latestState.rawValue)
            else {
                return Day(interval: interval, state: .missing, hasSucceeded: false)
            }
            return Day(
                interval: interval, state: state, hasSucceeded: history.hasSucceeded,
                interrupted: state == .interrupted ? history.latest : nil)
        }
    }

    func chosen(_ reprocessing: Reprocessing) -> [Day] {
        switch reprocessing {
        case .missing: days.filter { !$0.hasSucceeded }
        case .failed: days.filter { $0.state == .failed || $0.state == .interrupted }
        case .all: days
        }
    }

    /// `2026-01-01 … 2026-01-07 (7): missing`, a line for each stretch.
    func listing(chosen: [Day]) -> String {
        let chosenOnes = Set(chosen.map(\.interval))
        let lines = stretches(days.map { ($0, Told(state: $0.state, isLeft: !chosenOnes.contains($0.interval))) })
            .map { stretch in
                "\(series.name(of: stretch.first.interval, stretch.last.interval)) (\(stretch.count)): \(stretch.state)\n"
            }
        let count = chosenOnes.count == 1 ? "1 interval" : "\(chosenOnes.count.grouped) intervals"
        return lines.joined() + "\(count) of '\(pipeline)' into '\(target)' to run\n"
    }

    private struct Told: Hashable, Sendable, CustomStringConvertible {
        var state: State
        var isLeft: Bool

        var description: String {
            let words = state == .done ? "done" : state.rawValue
            return isLeft ? "\(words), left as it is" : words
        }
    }
}

extension IntervalSeries {
    /// `2026-01-01 … 2026-01-07`, or one name.
    func name(of first: DataInterval, _ last: DataInterval) -> String {
        first == last ? name(of: first) : "\(name(of: first)) … \(name(of: last))"
    }
}
