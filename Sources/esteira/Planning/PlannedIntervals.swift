import Execution
import Foundation
import Kinds
import Planning

extension Workplace {
    /// What became of the intervals of a pipeline, from the first that has a run to the last or to the plan's own; nil where
    /// nothing tells one run from another. Writes nothing.
    func plannedIntervals(_ pipeline: Pipeline) throws -> [PlanDocument.Stretch]? {
        guard let own = pipeline.interval, let series = IntervalSeries(pipeline) else { return nil }
        let runs = try project.pastRuns()
        let starts = try runs?.intervals(pipeline: pipeline.name, target: profile.name).keys.map { start in
            DataInterval(start: Int64(start.timeIntervalSince1970), end: own.end, zone: own.zone).day
        }
        let days = (starts ?? []) + [own.day]  // no runs yet: nothing but the plan's own
        guard let first = days.min(), let last = days.max() else { return nil }
        let past = try BackfillDays(
            pipeline.name, into: profile.name, series, series.intervals(from: first, through: last), runs)
        return stretches(past.days.map { ($0, $0.interval == own ? .planned : $0.planState) }).map { stretch in
            PlanDocument.Stretch(
                first: series.name(of: stretch.first.interval), last: series.name(of: stretch.last.interval),
                count: stretch.count, state: stretch.state)
        }
    }
}

extension BackfillDays.Day {
    fileprivate var planState: PlanDocument.Stretch.State {
        // A later run that failed takes nothing of what an earlier one did.
        if hasSucceeded { return .done }
        return switch state {
        case .done: .done
        case .failed: .failed
        case .interrupted: .interrupted
        case .missing: .missing
        case .running: .running
        }
    }
}
