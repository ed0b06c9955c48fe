import Execution
import Foundation
import Kinds
import Planning
import Reporting

/// The schedule of a pipeline, with what it waits for.
struct PipelineSchedule: Sendable {
    /// A run to come.
    struct Upcoming {
        var schedule: PipelineSchedule
        /// Seconds since 1970-01-01 UTC.
        var due: Int64
        var interval: DataInterval
    }

    let pipeline: String
    let series: IntervalSeries
    let upstream: [UpstreamDataset]
    private let cron: CronSchedule
    private let declared: Pipeline.Schedule

    /// Nil where the pipeline has none.
    init?(_ pipeline: Pipeline, in project: Project, found: inout Diagnostics) {
        guard let schedule = pipeline.schedule, let cron = CronSchedule(schedule), let series = IntervalSeries(pipeline)
        else {
            return nil
        }
        self.pipeline = pipeline.name
        self.series = series
        self.cron = cron
        declared = schedule
        upstream = upstreamDatasets(of: pipeline, in: project, found: &found)
    }

    private var start: Date? {
        declared.start.map { Date(timeIntervalSince1970: Double(CronSchedule.start(ofDay: Int64($0), in: cron.zone))) }
    }

    func upcoming(_ count: Int, after now: Date) -> [Upcoming] {
        var moments: [Int64] = []
        var last = Int64(max(now, start ?? now).timeIntervalSince1970)
        while moments.count < count, let due = cron.next(after: last) {
            last = due
            guard let interval = series.interval(due: due) else { continue }
            if let start, RunInterval(interval).start < start { continue }
            moments.append(due)
        }
        return moments.compactMap { due in
            series.interval(due: due).map { Upcoming(schedule: self, due: due, interval: $0) }
        }
    }

    /// What the scheduler needs to know.
    var facts: ScheduledPipeline {
        let (cron, series) = (cron, series)
        return ScheduledPipeline(
            name: pipeline, start: start, catchup: .init(declared.catchup ?? Pipeline.Schedule.standardCatchup),
            overlap: .init(declared.overlap ?? declared.standardOverlap), after: upstream.map(\.name),
            sharesFiles: !series.isDaily,
            moments: { first, last in
                cron.moments(after: first.seconds, through: last.seconds).map {
                    Date(timeIntervalSince1970: Double($0))
                }
            },
            next: { cron.next(after: $0.seconds).map { Date(timeIntervalSince1970: Double($0)) } },
            interval: { series.interval(due: $0.seconds).map { RunInterval($0) } })
    }
}

extension UpstreamDataset {
    var name: String { "\(pipeline).\(dataset)" }
}

extension Date {
    /// Whole seconds since 1970-01-01 UTC.
    fileprivate var seconds: Int64 { Int64(timeIntervalSince1970.rounded(.down)) }
}

extension ScheduledPipeline.Catchup {
    fileprivate init(_ declared: Pipeline.Schedule.Catchup) {
        switch declared {
        case .none: self = .none
        case .latest: self = .latest
        case .all(let most): self = .all(most: most)
        }
    }
}

extension ScheduledPipeline.Overlap {
    fileprivate init(_ declared: Pipeline.Schedule.Overlap) {
        switch declared {
        case .skip: self = .skip
        case .queue: self = .queue
        case .allow: self = .allow
        }
    }
}
