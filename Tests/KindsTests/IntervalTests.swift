import Configuration
import Expressions
import Foundation
import Reporting
import TestSupport
import Testing

@testable import Kinds

/// What a run is for, and what a schedule says of it.
struct IntervalTests {
    /// Noon of 2026-02-01 UTC.
    private static let clock = ReadingClock(now: 1_769_947_200_000_000)

    private func read(_ pipeline: String, params: [String: String] = [:], clock: ReadingClock = clock) -> ProjectReading
    {
        readProject(
            ProjectFiles([
                SourceText(path: "esteira.yaml", text: "project: shop"),
                SourceText(path: "pipelines/daily.yaml", text: "pipeline: daily\n" + pipeline),
            ]),
            options: ReadingOptions(params: params, scope: Scope(environment: [:], secrets: [:]), clock: clock))
    }

    private func pipeline(_ text: String, params: [String: String] = [:], clock: ReadingClock = clock) throws
        -> Pipeline
    {
        let reading = read(text, params: params, clock: clock)
        #expect(reading.found.items.filter { $0.severity == .error } == [])
        return try #require(reading.project?.pipelines.first)
    }

    private func words(_ interval: DataInterval?) -> String {
        guard let interval else { return "none" }
        return [interval.start, interval.end].map { Date(timeIntervalSince1970: Double($0)).formatted(.iso8601) }
            .joined(separator: " ")
    }

    @Test func `a date is a day of the schedule's zone`() throws {
        let declared = """
            schedule: {cron: "0 6 * * *", timezone: America/Sao_Paulo}
            params: {date: {type: date, default: today}}
            sources:
              orders: {parquet: "in/${interval.start:%Y/%m/%d}-${interval.end:%d}.parquet"}
            """
        let day = try pipeline(declared, params: ["date": "2026-01-31"])
        #expect(words(day.interval) == "2026-01-31T03:00:00Z 2026-02-01T03:00:00Z")
        #expect(day.sources.first?.path.string == "in/2026/01/31-01.parquet")
        // The clock on the wall, which is what the data's local times compare with.
        #expect(day.constants["interval.start"]?.value == .timestamp(1_769_817_600_000_000))
    }

    @Test func `a day without a schedule is one of UTC, and one is 23 hours long where clocks change`() throws {
        #expect(
            words(try pipeline("params: {date: {type: date, default: today}}").interval)
                == "2026-02-01T00:00:00Z 2026-02-02T00:00:00Z")
        let zone = try #require(TimeZone(identifier: "Europe/Lisbon"))
        let spring = DataInterval(day: 20541, in: zone)
        #expect(words(spring) == "2026-03-29T00:00:00Z 2026-03-29T23:00:00Z")
        #expect(spring.day == 20541)
    }

    @Test func `without a date it is the last whole period of the schedule`() throws {
        let hourly = try pipeline("schedule: {cron: \"30 * * * *\", timezone: UTC}")
        #expect(words(hourly.interval) == "2026-02-01T10:30:00Z 2026-02-01T11:30:00Z")
        #expect(try pipeline("description: nothing").interval == nil)
    }

    @Test func `an interval that is not known is an unknown name`() {
        let found = read("sources:\n  orders: {parquet: \"in/${interval.start:%Y}.parquet\"}").found
        #expect(found.items.map(\.message.description) == ["no variable 'interval.start'"])
    }

    @Test(arguments: [
        ("today", "2026-01-31T00:00:00Z"), ("yesterday", "2026-01-30T00:00:00Z"),
        ("2020-01-01", "2026-01-30T00:00:00Z"),
    ])
    func `the default of the date says which day a scheduled run is for`(_ fallback: String, _ start: String) throws {
        let declared = try pipeline(
            "schedule: {cron: \"0 6 * * *\", timezone: UTC}\nparams: {date: {type: date, default: \(fallback)}}")
        let series = try #require(IntervalSeries(declared))
        let due = Int64(try Date("2026-01-31T06:00:00Z", strategy: .iso8601).timeIntervalSince1970)
        let interval = try #require(series.interval(due: due))
        #expect(words(interval).hasPrefix(start))
        #expect(series.isDaily)
        #expect(series.intervals(from: interval.day, through: interval.day + 1).count == 2)
        // As read at that moment, the default is the day.
        let clock = ReadingClock(now: series.moment(for: interval) * 1_000_000)
        if fallback != "2020-01-01" {
            let read = try pipeline(
                "schedule: {cron: \"0 6 * * *\", timezone: UTC}\nparams: {date: {type: date, default: \(fallback)}}",
                clock: clock)
            #expect(read.interval == interval)
        }
    }

    @Test func `periods of a schedule follow each other without a gap, through a change of clocks`() throws {
        let declared = try pipeline("schedule: {cron: \"0 */6 * * *\", timezone: Europe/Lisbon}")
        let series = try #require(IntervalSeries(declared))
        let intervals = series.intervals(from: 20540, through: 20541)
        #expect(intervals.count == 8)
        #expect(zip(intervals, intervals.dropFirst()).allSatisfy { $0.end == $1.start })
        #expect(words(intervals[3]) == "2026-03-28T18:00:00Z 2026-03-29T00:00:00Z")
        #expect(words(intervals[4]) == "2026-03-29T00:00:00Z 2026-03-29T05:00:00Z")
        #expect(intervals.map { series.interval(due: series.moment(for: $0)) } == intervals)
    }

    // MARK: What a schedule says

    @Test(
        arguments: [
            ("none", Pipeline.Schedule.Catchup.none, .skip), ("latest", .latest, .skip),
            ("all", .all(most: nil), .queue),
            ("{all: 30}", .all(most: 30), .queue), ("true", .all(most: nil), .queue), ("false", .none, .skip),
        ] as [(String, Pipeline.Schedule.Catchup, Pipeline.Schedule.Overlap)])
    func `catching up`(
        _ text: String, _ catchup: Pipeline.Schedule.Catchup, _ overlap: Pipeline.Schedule.Overlap
    ) throws {
        let schedule = try #require(
            try pipeline(
                "schedule: {cron: \"0 6 * * *\", timezone: UTC, start: 2026-01-01, catchup: \(text), after: raw.a}"
            ).schedule)
        #expect(schedule.catchup == catchup)
        #expect(schedule.standardOverlap == overlap)
        #expect(schedule.start == 20454)
        #expect(schedule.after.map(\.string) == ["raw.a"])
    }

    @Test func `a start in the past asks what becomes of the runs since`() {
        let found = read("schedule: {cron: \"0 6 * * *\", timezone: UTC, start: 2026-01-01}").found
        #expect(
            found.items.map(\.message.description) == [
                "the schedule begins in the past, and does not say what becomes of 32 missed runs"
            ])
        let long = read("schedule: {cron: \"* * * * *\", timezone: UTC, start: 2001-01-01}").found
        #expect(
            long.items.map(\.message.description) == [
                "the schedule begins in the past, and does not say what becomes of more than 10000 missed runs"
            ])
    }

    @Test func `a start that moves or has not come`() {
        func messages(_ start: String) -> [String] {
            read("schedule: {cron: \"0 6 * * *\", timezone: UTC, start: \(start)}").found.items.map {
                "\($0.severity.rawValue): \($0.message)"
            }
        }
        #expect(
            messages("today") == ["error: 'today' is another day tomorrow, and the schedule would always begin anew"])
        #expect(messages("soon") == ["error: 'soon' is not a date"])
        #expect(messages("2026-02-11") == ["warn: the schedule begins in 10 days; until then nothing runs"])
    }
}
