import Configuration
package import Expressions
package import Foundation

/// The stretch of time that a run is for: from its start up to its end, which belongs to the next.
package struct DataInterval: Hashable, Sendable {
    /// Seconds since 1970-01-01 UTC.
    package var start: Int64
    package var end: Int64
    package var zone: TimeZone

    package init(start: Int64, end: Int64, zone: TimeZone) {
        self.start = start
        self.end = end
        self.zone = zone
    }

    /// A day of the zone, which is 23 or 25 hours long where clocks change. Days are counted from 1970-01-01.
    package init(day: Int64, in zone: TimeZone) {
        self.init(
            start: CronSchedule.start(ofDay: day, in: zone), end: CronSchedule.start(ofDay: day + 1, in: zone),
            zone: zone)
    }

    /// The day of the zone in which it starts.
    package var day: Int64 { (localStart - (localStart % 86_400 + 86_400) % 86_400) / 86_400 }

    private var localStart: Int64 { local(start) }

    /// What the clocks of the zone show, as seconds since 1970-01-01 00:00.
    fileprivate func local(_ moment: Int64) -> Int64 {
        moment + Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment))))
    }
}

extension DataInterval? {
    /// `interval.start` and `interval.end` as the clocks of the zone show them: what the local times in data compare
    /// with, and what the folders of days are named after.
    package var constants: [String: Value] {
        guard let self else { return [:] }
        return [
            "interval.start": .timestamp(self.local(self.start) * 1_000_000),
            "interval.end": .timestamp(self.local(self.end) * 1_000_000),
        ]
    }
}

extension DataInterval {
    /// The day that the parameter `date` names, or else the last whole period of the schedule.
    ///
    /// - Parameter schedule: as it stands in the file.
    init?(schedule: Node?, params: [Parameter], clock: ReadingClock) {
        let zone = schedule?["timezone"]?.scalar.flatMap { TimeZone(identifier: $0.text) } ?? .gmt
        if let day = params.first(where: \.isDay)?.day {
            self.init(day: Int64(day), in: zone)
            return
        }
        guard let cron = (schedule?["cron"] ?? schedule)?.scalar, let line = CronLine(cron.text) else { return nil }
        self.init(periodOf: CronSchedule(line: line, zone: zone), endingBy: clock.now / 1_000_000)
    }

    /// The last period between two moments of a schedule that had ended at a moment.
    package init?(periodOf schedule: CronSchedule, endingBy moment: Int64) {
        guard let end = schedule.last(through: moment), let start = schedule.last(through: end - 1) else { return nil }
        self.init(start: start, end: end, zone: schedule.zone)
    }
}
