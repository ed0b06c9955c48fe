import Foundation
import Kinds
import Testing

/// When a schedule is due, through changes of clocks.
struct CronScheduleTests {
    private func schedule(_ cron: String, _ zone: String) throws -> CronSchedule {
        CronSchedule(line: try #require(CronLine(cron)), zone: try #require(TimeZone(identifier: zone)))
    }

    private func next(_ cron: String, _ zone: String, after: String, _ count: Int = 1) throws -> [String] {
        let line = try schedule(cron, zone)
        let moment = try Date(after, strategy: .iso8601)
        return line.next(count, after: Int64(moment.timeIntervalSince1970)).map {
            Date(timeIntervalSince1970: Double($0)).formatted(.iso8601)
        }
    }

    @Test func `the next moment is after the given one, never it`() throws {
        #expect(try next("0 6 * * *", "UTC", after: "2026-01-31T05:59:59Z") == ["2026-01-31T06:00:00Z"])
        #expect(try next("0 6 * * *", "UTC", after: "2026-01-31T06:00:00Z") == ["2026-02-01T06:00:00Z"])
    }

    @Test func `times are those of the zone`() throws {
        #expect(
            try next("0 3 * * *", "America/Sao_Paulo", after: "2026-09-12T12:00:00Z", 2) == [
                "2026-09-13T06:00:00Z", "2026-09-14T06:00:00Z",
            ])
    }

    @Test func `lists, ranges, steps and words`() throws {
        #expect(
            try next("*/30 9-10 * * mon-fri", "UTC", after: "2026-01-30T10:00:00Z", 3) == [
                "2026-01-30T10:30:00Z", "2026-02-02T09:00:00Z", "2026-02-02T09:30:00Z",
            ])
    }

    @Test func `a day of the month or a weekday is enough where both are named`() throws {
        #expect(
            try next("0 0 13 * fri", "UTC", after: "2026-02-07T00:00:00Z", 3) == [
                "2026-02-13T00:00:00Z", "2026-02-20T00:00:00Z", "2026-02-27T00:00:00Z",
            ])
    }

    @Test func `the 29th of February is waited for, the 30th is not`() throws {
        #expect(try next("0 0 29 2 *", "UTC", after: "2026-01-01T00:00:00Z") == ["2028-02-29T00:00:00Z"])
        #expect(try next("0 0 29 2 *", "UTC", after: "2096-03-01T00:00:00Z") == ["2104-02-29T00:00:00Z"])
        #expect(try next("0 0 30 2 *", "UTC", after: "2026-01-01T00:00:00Z") == [])
    }

    @Test func `a time that does not exist runs at the first moment after the gap`() throws {
        // Lisbon: 2026-03-29 01:00 becomes 02:00.
        #expect(
            try next("30 1 * * *", "Europe/Lisbon", after: "2026-03-28T12:00:00Z", 2) == [
                "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z",
            ])
    }

    @Test func `a time that comes twice runs once, the first time`() throws {
        // Berlin: 2026-10-25 03:00 becomes 02:00.
        #expect(
            try next("30 2 * * *", "Europe/Berlin", after: "2026-10-24T12:00:00Z", 2) == [
                "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z",
            ])
    }

    @Test func `a line that runs in every hour follows the hours as they pass`() throws {
        #expect(
            try next("0 * * * *", "Europe/Berlin", after: "2026-10-24T23:30:00Z", 4) == [
                "2026-10-25T00:00:00Z", "2026-10-25T01:00:00Z", "2026-10-25T02:00:00Z", "2026-10-25T03:00:00Z",
            ])
        #expect(
            try next("30 * * * *", "Europe/Lisbon", after: "2026-03-29T00:00:00Z", 2) == [
                "2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z",
            ])
    }

    @Test func `clocks that change at midnight lose no day`() throws {
        // Santiago: 2026-09-06 00:00 becomes 01:00, 2026-04-05 00:00 becomes 23:00 of the day before.
        #expect(
            try next("0 0 * * *", "America/Santiago", after: "2026-09-05T12:00:00Z", 2) == [
                "2026-09-06T04:00:00Z", "2026-09-07T03:00:00Z",
            ])
        #expect(
            try next("30 23 * * *", "America/Santiago", after: "2026-04-04T12:00:00Z", 2) == [
                "2026-04-05T02:30:00Z", "2026-04-06T03:30:00Z",
            ])
    }

    @Test(arguments: ["0 0 * * *", "30 23,0 * * *", "*/20 * * * *", "30 2 * * 0", "0 12 29 2 *", "15 0-3 1 */3 *"])
    func `many moments are those that follow one another`(cron: String) throws {
        for zone in ["America/Santiago", "Europe/Berlin", "UTC", "Australia/Lord_Howe"] {
            let schedule = try schedule(cron, zone)
            let starts = try ["2026-03-28T12:00:00Z", "2026-04-04T12:00:00Z", "2026-10-25T00:30:00Z"].map {
                Int64(try Date($0, strategy: .iso8601).timeIntervalSince1970)
            }
            for start in starts {
                var moments: [Int64] = []
                while moments.count < 9, let next = schedule.next(after: moments.last ?? start) { moments.append(next) }
                #expect(schedule.next(9, after: start) == moments, "\(zone)")
            }
        }
    }

    @Test func `the next change of clocks is told`() throws {
        let berlin = try schedule("0 6 * * *", "Europe/Berlin")
        let july = Int64(try Date("2026-07-01T00:00:00Z", strategy: .iso8601).timeIntervalSince1970)
        let change = Int64(try Date("2026-10-25T01:00:00Z", strategy: .iso8601).timeIntervalSince1970)
        #expect(berlin.clockChange(after: july) == change)
        let fixed = try schedule("0 6 * * *", "America/Sao_Paulo")
        #expect(fixed.clockChange(after: july) == nil)
    }
}
