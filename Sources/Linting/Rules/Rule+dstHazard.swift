import Configuration
import Expressions
import Foundation
import Kinds
package import Reporting

extension Rule {
    package static let dstHazard = Rule(
        "EST7004",
        "dst-hazard",
        .warning,
        since: "0.2.0",
        summary: "The hour of a schedule is skipped or comes twice when the clocks change.",
        explanation: """
            On the day the clocks go forward such a run does not start, and on the day they go back it starts twice, \
            depending on the scheduler. Choose an hour that every day has once, or a zone without summer time.
            """,
        bad: "schedule: {cron: ⟦\"30 2 * * *\"⟧, timezone: Europe/Berlin}",
        good: "schedule: {cron: \"30 4 * * *\", timezone: Europe/Berlin}"
    )
}

extension Check {
    static let dstHazard = Check(.dstHazard) { project, found in
        for schedule in project.schedules where schedule.line.namesHours {
            guard let name = schedule.zone?.scalar?.text, let zone = TimeZone(identifier: name) else { continue }
            let changes = zone.clockChanges(after: project.clock.now / 1_000_000)
            guard let hazard = changes.lazy.compactMap({ schedule.line.hazard(at: $0) }).first else { continue }
            let message: Message =
                hazard.isSkipped
                ? "\(hazard.time) does not exist on \(hazard.date) in \(name)"
                : "\(hazard.time) comes twice on \(hazard.date) in \(name)"
            found.report(
                Diagnostic(
                    .dstHazard,
                    message,
                    at: schedule.cron.span,
                    help: "choose an hour at which the clocks never change"
                )
            )
        }
    }
}

/// A moment at which the clocks of a zone change.
private struct ClockChange {
    /// Seconds since 1970 in local time: the stretch that is skipped or comes twice.
    var stretch: Range<Int64>
    var isSkipped: Bool
}

extension TimeZone {
    /// The changes of the next year and a half: one in each direction, where there are any.
    fileprivate func clockChanges(after seconds: Int64) -> [ClockChange] {
        var changes: [ClockChange] = []
        var date = Date(timeIntervalSince1970: Double(seconds))
        let end = date.addingTimeInterval(550 * 86_400)
        while changes.count < 3, let next = nextDaylightSavingTimeTransition(after: date), next > date, next < end {
            let moment = Int64(next.timeIntervalSince1970)
            let before = Int64(secondsFromGMT(for: next.addingTimeInterval(-1)))
            let after = Int64(secondsFromGMT(for: next.addingTimeInterval(1)))
            let (first, last) = (moment + min(before, after), moment + max(before, after))
            if first < last { changes.append(ClockChange(stretch: first..<last, isSkipped: after > before)) }
            date = next
        }
        return changes
    }
}

extension CronLine {
    /// The first moment of the line that falls into the stretch.
    fileprivate func hazard(at change: ClockChange) -> (date: String, time: String, isSkipped: Bool)? {
        for minute in stride(from: change.stretch.lowerBound, to: change.stretch.upperBound, by: 60) {
            let (day, second) = minute.quotientAndRemainder(dividingBy: 86_400)
            let (hour, minute) = (Int(second / 3600), Int(second % 3600 / 60))
            guard minutes.contains(minute), hours.contains(hour) else { continue }
            let date = civilFromDays(Int32(day))
            // The first of January 1970 was a Thursday.
            guard isDue(month: Int(date.month), day: Int(date.day), weekday: Int((day + 4) % 7)) else { continue }
            return (Value.date(Int32(day)).text, "\(zeroPadded(hour, 2)):\(zeroPadded(minute, 2))", change.isSkipped)
        }
        return nil
    }
}
