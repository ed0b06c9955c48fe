package import Configuration
import Foundation
import Reporting

extension Pipeline.Schedule {
    package static let spec = KindSpec("schedule", summary: "When the pipeline is due.", shorthand: "cron") {
        Field("cron", .string, required: true, example: "\"0 6 * * *\"", doc: "Five fields: minute, hour, day, month, weekday.")
        Field("timezone", .string, default: "UTC", example: "America/Sao_Paulo", doc: "Zone of the schedule and of `today`.")
    }

    init?(_ record: Record, found: inout Diagnostics) {
        guard let cron = record.text("cron") else { return nil }
        self.cron = cron.string
        let zone = record.text("timezone")
        timezone = zone?.string ?? "UTC"
        found.checkCron(cron)
        if let zone { found.checkTimeZone(zone) }
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
}
