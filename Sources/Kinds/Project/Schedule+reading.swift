package import Configuration
import Expressions
import Foundation
import Reporting

extension Pipeline.Schedule {
    /// `{all: 30}`.
    private static let catchupSpec = KindSpec("catchup", summary: "How many of the intervals that were missed are run.")
    {
        Field(
            "all", .integer(1...100_000), required: true, example: "30", doc: "All of them, at most the newest so many."
        )
    }
    private static let catchupWords = ["none", "latest", "all"]

    package static let spec = KindSpec("schedule", summary: "When the pipeline is due.", shorthand: "cron") {
        Field(
            "cron", .string, required: true, example: "\"0 6 * * *\"",
            doc: "Five fields: minute, hour, day, month, weekday.")
        Field(
            "timezone", .string, default: "UTC", example: "America/Sao_Paulo",
            doc: "Zone of the schedule, of its days and of `today`.")
        Field(
            "start", .string, example: "2026-01-01",
            doc: "The first day that runs are for. Left out: from when `esteira schedule` first sees the pipeline.")
        Field(
            "catchup", .either([.boolean, .choice(catchupWords), .record(catchupSpec)]), default: "latest",
            example: "{all: 30}",
            doc: """
                Intervals that nobody ran when they were due, as the scheduler was not there: leave them out (`none`), run the \
                newest (`latest`), or all, oldest first (`all`, or `{all: 30}` for the newest thirty). `true` is `all`, \
                `false` is `none`.
                """)
        Field(
            "overlap", .choice(Overlap.allCases.map(\.rawValue)), default: "skip",
            doc: """
                An interval that is due while an earlier one is at work: leave it out (`skip`), run it after (`queue`), or \
                beside (`allow`). With `catchup: all` the default is `queue`.
                """)
        Field(
            "after", .oneOrMany(.string), example: "[processed.orders]",
            doc: """
                Datasets of other pipelines that must be published for the interval first: `zone.name`, or \
                `pipeline.zone.name` where several pipelines make one of that name.
                """)
    }

    init?(_ record: Record, clock: ReadingClock, found: inout Diagnostics) {
        guard let cron = record.text("cron") else { return nil }
        let zone = record.text("timezone")
        self.init(cron: cron.string, timezone: zone?.string ?? "UTC")
        found.checkCron(cron)
        if let zone { found.checkTimeZone(zone) }
        catchup = Catchup(record)
        overlap = record.text("overlap").flatMap { Overlap(rawValue: $0.string) }
        after = record.texts("after")
        guard let start = record.text("start") else { return }
        self.start = found.startDay(start, clock: clock)
        if !record.has("catchup") { found.checkCatchupStated(self, at: start.span, clock: clock) }
    }
}

extension Pipeline.Schedule.Catchup {
    fileprivate init?(_ record: Record) {
        if let flag = record.boolean("catchup") {
            self = flag.value ? .all(most: nil) : .none
        } else if let most = record.record("catchup")?.integer("all") {
            self = .all(most: most.value)
        } else {
            switch record.text("catchup")?.string {
            case "none": self = .none
            case "latest": self = .latest
            case "all": self = .all(most: nil)
            default: return nil
            }
        }
    }
}

extension Diagnostics {
    fileprivate mutating func checkCron(_ text: Text) {
        let fields = text.string.split(separator: " ")
        guard fields.count == CronField.all.count else {
            return report(
                Diagnostic(
                    .cronSyntax, "a cron line has five fields, this one has \(fields.count)", at: text.span,
                    help: "minute, hour, day of the month, month, weekday: \"0 6 * * *\" is every day at six"))
        }
        for (field, written) in zip(CronField.all, fields) {
            guard let fault = field.fault(in: written) else { continue }
            let start = text.string.utf8.distance(from: text.string.startIndex, to: written.startIndex)
            report(Diagnostic(.cronSyntax, fault, at: text.span(of: start..<start + written.utf8.count)))
        }
    }

    fileprivate mutating func checkTimeZone(_ text: Text) {
        guard TimeZone(identifier: text.string) == nil else { return }
        let closest = closestName(to: text.string, among: TimeZone.knownTimeZoneIdentifiers)
        report(
            Diagnostic(
                .unknownTimeZone, "no time zone named '\(text)'", at: text.span,
                help: closest.map { "did you mean '\($0)'?" } ?? "write a name such as 'UTC' or 'Europe/Lisbon'",
                fix: closest.flatMap { text.fix(respelling: $0) }))
    }

    /// Days since 1970-01-01; nil where it is no date that stays.
    fileprivate mutating func startDay(_ text: Text, clock: ReadingClock) -> Int32? {
        guard case .date(let day)? = Value(parsing: text.string, as: .date) else {
            let moves = ["today", "yesterday", "now"].contains(text.string)
            report(
                Diagnostic(
                    .movingStart,
                    moves
                        ? "'\(text)' is another day tomorrow, and the schedule would always begin anew"
                        : "'\(text)' is not a date",
                    at: text.span, help: "write the day: '\(Value.date(clock.today).text)'"))
            return nil
        }
        if day > clock.today {
            report(
                Diagnostic(
                    .movingStart, "the schedule begins in \(day - clock.today) days; until then nothing runs",
                    at: text.span,
                    help: "leave out 'start:', or write a day that has come", severity: .warning))
        }
        return day
    }

    fileprivate mutating func checkCatchupStated(_ schedule: Pipeline.Schedule, at span: Span, clock: ReadingClock) {
        guard let start = schedule.start, let moments = CronSchedule(schedule) else { return }
        let most = 10_000
        let now = clock.now / 1_000_000
        let first = CronSchedule.start(ofDay: Int64(start), in: moments.zone)
        // Far more than anybody wants to run is as good as all of them.
        let missed = moments.moments(after: first - 1, through: min(now, first + 400 * 86_400)).count
        guard missed > 0 else { return }
        let isMore = missed > most || now > first + 400 * 86_400
        let message: Message =
            isMore
            ? "the schedule begins in the past, and does not say what becomes of more than \(min(missed, most)) missed runs"
            : "the schedule begins in the past, and does not say what becomes of \(missed) missed runs"
        report(
            Diagnostic(
                .catchupUnstated, message, at: span, help: "write 'catchup: none', 'catchup: latest' or 'catchup: all'")
        )
    }
}
