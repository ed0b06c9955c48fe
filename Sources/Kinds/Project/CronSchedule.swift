import Expressions
package import Foundation

/// The moments of a cron line in a time zone. Pure: it asks no clock.
///
/// Where clocks change, a line that names its hours runs once: a time that does not exist runs at the first moment after
/// the gap, a time that comes twice runs the first time. A line with `*` for its hours follows the hours as they pass.
package struct CronSchedule: Sendable {
    package let line: CronLine
    package let zone: TimeZone

    package init(line: CronLine, zone: TimeZone) {
        self.line = line
        self.zone = zone
    }

    /// Nil where cron line or zone have a fault, which reading reports.
    package init?(_ schedule: Pipeline.Schedule) {
        guard let line = CronLine(schedule.cron), let zone = TimeZone(identifier: schedule.timezone) else { return nil }
        self.init(line: line, zone: zone)
    }

    /// The first moment after another, both in seconds since 1970-01-01 UTC; nil where none comes within eight years,
    /// as long as the 29th of February can be away.
    package func next(after moment: Int64) -> Int64? {
        guard !line.isNever else { return nil }
        // Where clocks go back over midnight, a moment of the day before may still come.
        let first = localDay(of: moment) - 1
        for day in first...first + Self.horizon where isDue(day) {
            if let next = moments(of: day).filter({ $0 > moment }).min() { return next }
        }
        return nil
    }

    /// The last moment that is not after another; nil where none came within eight years.
    package func last(through moment: Int64) -> Int64? {
        guard !line.isNever else { return nil }
        let latest = localDay(of: moment) + 1
        for day in (latest - Self.horizon...latest).reversed() where isDue(day) {
            if let last = moments(of: day).filter({ $0 <= moment }).max() { return last }
        }
        return nil
    }

    /// The moments after one and not after another, in order. Days are gone through once, so that a year is cheap.
    package func moments(after first: Int64, through last: Int64) -> [Int64] {
        guard !line.isNever, first < last else { return [] }
        let days = localDay(of: first) - 1...localDay(of: last) + 1
        return days.filter(isDue).flatMap { moments(of: $0) }.filter { $0 > first && $0 <= last }.sorted()
    }

    private static let midnight = CronLine("0 0 * * *")

    /// The first moment of a day of the zone. Days are counted from 1970-01-01.
    package static func start(ofDay day: Int64, in zone: TimeZone) -> Int64 {
        let moments = midnight.flatMap { CronSchedule(line: $0, zone: zone).moments(of: day).first }
        return moments ?? day * 86_400
    }

    /// The next moments, in order.
    package func next(_ count: Int, after moment: Int64) -> [Int64] {
        guard !line.isNever else { return [] }
        var found: Set<Int64> = []
        var day = localDay(of: moment) - 1
        var end = day + Self.horizon
        while day <= end {
            if isDue(day) {
                found.formUnion(moments(of: day).filter { $0 > moment })
                // Where clocks go back over midnight, the day after may still have an earlier one.
                end = found.count < count ? day + Self.horizon : min(end, day + 1)
            }
            day += 1
        }
        return Array(found.sorted().prefix(count))
    }

    /// Days that a moment may be away: from one 29th of February to the next, with a leap year left out.
    private static let horizon: Int64 = 8 * 366

    /// Seconds east of Greenwich.
    package func offset(at moment: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment))))
    }

    /// When the clocks change next; nil where no change is known.
    package func clockChange(after moment: Int64) -> Int64? {
        let date = Date(timeIntervalSince1970: Double(moment))
        guard let change = zone.nextDaylightSavingTimeTransition(after: date), change > date else { return nil }
        return Int64(change.timeIntervalSince1970)
    }

    /// Days since 1970-01-01 in the zone.
    package func localDay(of moment: Int64) -> Int64 {
        let (day, second) = (moment + offset(at: moment)).quotientAndRemainder(dividingBy: 86_400)
        return second < 0 ? day - 1 : day
    }

    private func isDue(_ day: Int64) -> Bool {
        let date = civilFromDays(Int32(day))
        // The first of January 1970 was a Thursday.
        let weekday = (day + 4) % 7
        return line.isDue(month: Int(date.month), day: Int(date.day), weekday: Int(weekday < 0 ? weekday + 7 : weekday))
    }

    private func moments(of day: Int64) -> [Int64] {
        let midnight = day * 86_400
        let offset = offset(at: midnight - 86_400)
        // Offsets a day before and after the day are the same but for a few days in a year.
        let isPlain = offset == self.offset(at: midnight + 2 * 86_400)
        return line.hours.flatMap { hour in
            line.minutes.flatMap { minute -> [Int64] in
                let local = midnight + Int64(hour * 3600 + minute * 60)
                return isPlain ? [local - offset] : moments(local: local)
            }
        }
    }

    /// What a local time means: one moment, two where clocks went back, none of its own where they went forward.
    private func moments(local: Int64) -> [Int64] {
        let offsets = Set([offset(at: local - 86_400), offset(at: local + 86_400)])
        let moments = offsets.map { local - $0 }.filter { $0 + offset(at: $0) == local }.sorted()
        guard line.namesHours else { return moments }
        if let first = moments.first { return [first] }
        let before = offsets.map { local - $0 }.min() ?? local
        return [clockChange(after: before - 86_400)].compactMap(\.self)
    }
}
