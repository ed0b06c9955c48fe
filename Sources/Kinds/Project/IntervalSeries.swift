import Foundation

/// What the runs of a pipeline are for, one after another.
///
/// With a parameter `date` an interval is a day of the schedule's zone, and the parameter's default says which day a
/// run is for: the one on which it is due, or the one before. Without it an interval is the time since the run before.
package struct IntervalSeries: Sendable {
    private enum Unit {
        /// Days from the day on which a run is due to the one that it is for.
        case days(ahead: Int64)
        case periods
    }

    private let unit: Unit
    private let schedule: CronSchedule?
    private let zone: TimeZone

    /// Nil where neither a date nor a schedule tells one run from the next.
    package init?(_ pipeline: Pipeline) {
        schedule = pipeline.schedule.flatMap(CronSchedule.init)
        zone = schedule?.zone ?? .gmt
        if let date = pipeline.params.first(where: \.isDay) {
            // What has no relative default is for the last day that is whole.
            unit = .days(ahead: Int64(date.daysFromToday ?? -1))
        } else if schedule != nil {
            unit = .periods
        } else {
            return nil
        }
    }

    /// Whether the parameter `date` tells the intervals apart.
    package var isDaily: Bool {
        if case .days = unit { true } else { false }
    }

    /// What a run that is due at a moment is for.
    package func interval(due moment: Int64) -> DataInterval? {
        switch unit {
        case .days(let ahead): schedule.map { DataInterval(day: $0.localDay(of: moment) + ahead, in: zone) }
        case .periods: schedule.flatMap { DataInterval(periodOf: $0, endingBy: moment) }
        }
    }

    /// When a run for an interval is due, as its clock: `today` and the like are read at this moment.
    package func moment(for interval: DataInterval) -> Int64 {
        switch unit {
        case .days(let ahead): DataInterval(day: interval.day - ahead, in: zone).start
        case .periods: interval.end
        }
    }

    /// The intervals that start on the days from one to another, both counted from 1970-01-01.
    package func intervals(from first: Int64, through last: Int64) -> [DataInterval] {
        guard first <= last else { return [] }
        switch unit {
        case .days: return (first...last).map { DataInterval(day: $0, in: zone) }
        case .periods:
            guard let schedule else { return [] }
            let start = CronSchedule.start(ofDay: first, in: zone)
            let end = CronSchedule.start(ofDay: last + 1, in: zone)
            let starts = schedule.moments(after: start - 1, through: end - 1)
            guard let latest = starts.last, let after = schedule.next(after: latest) else { return [] }
            return zip(starts, starts.dropFirst() + [after]).map { DataInterval(start: $0, end: $1, zone: zone) }
        }
    }
}
