import Configuration
import Foundation

/// The time of reading, which relative dates start from. An input, so that reading is repeatable.
package struct ReadingClock: Sendable {
    /// Microseconds since 1970-01-01 UTC.
    package var now: Int64
    /// Days since 1970-01-01, in UTC or in the zone of the pipeline's schedule.
    package var today: Int32

    package init(now: Int64, today: Int32? = nil) {
        self.now = now
        self.today = today ?? Int32(now / 86_400_000_000)
    }

    /// The day in the zone of a schedule; a zone that is unknown, as reported, changes nothing.
    func inZone(ofSchedule schedule: Node?) -> ReadingClock {
        let seconds = now / 1_000_000
        guard let zone = schedule?["timezone"]?.scalar.flatMap({ TimeZone(identifier: $0.text) }) else { return self }
        let offset = Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds))))
        return ReadingClock(now: now, today: Int32((seconds + offset) / 86_400))
    }
}
