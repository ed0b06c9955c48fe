import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let noTimezone = Rule(
        "EST7003",
        "no-timezone",
        .warning,
        fix: .safe,
        since: "0.2.0",
        summary: "A schedule does not say in which time zone its hours are.",
        explanation: """
            Left out, the zone is UTC: six o'clock is three in São Paulo, and `today` begins at nine in the evening there. \
            Write the zone, also where it is UTC.
            """,
        bad: "schedule: ⟦\"0 6 * * *\"⟧",
        good: "schedule: {cron: \"0 6 * * *\", timezone: UTC}"
    )
}

extension Check {
    static let noTimezone = Check(.noTimezone) { project, found in
        for schedule in project.schedules where schedule.zone == nil && schedule.dependsOnZone {
            found.report(
                Diagnostic(
                    .noTimezone,
                    "the schedule has no time zone; it is read in UTC",
                    at: schedule.cron.span,
                    help: "write 'timezone: America/Sao_Paulo', or 'timezone: UTC' if that is meant",
                    fix: project.files[schedule.cron.span.file].flatMap { schedule.zoneFix(in: $0) }
                )
            )
        }
    }
}

extension WrittenSchedule {
    /// Every hour of every day is the same in all zones, but for `today`.
    fileprivate var dependsOnZone: Bool {
        if line.namesHours || line.namesDays || line.namesWeekdays || line.months.count < 12 { return true }
        return pipeline.entries(of: "params").contains { parameter in
            ["today", "yesterday"].contains((parameter.value["default"] ?? parameter.value).scalar?.text)
        }
    }

    /// Says what holds already.
    fileprivate func zoneFix(in source: SourceText) -> Fix? {
        let cron = cron.span
        let written = String(decoding: source.utf8[cron.start.offset..<cron.end.offset], as: UTF8.self)
        guard cron.start.line == cron.end.line else { return nil }
        let edit: TextEdit?
        if node.entries == nil {
            edit = TextEdit(cron, "{cron: \(written), timezone: UTC}")
        } else if source.utf8[node.span.start.offset] == UInt8(ascii: "{") {
            edit = TextEdit(cron, "\(written), timezone: UTC")
        } else {
            // On a line of its own before the key, so that a comment behind the value stays there.
            edit = node[entry: "cron"].map { entry in
                let key = entry.keySpan.start
                let blanks = String(repeating: " ", count: key.column - 1)
                return TextEdit(
                    file: cron.file,
                    range: key.offset..<key.offset,
                    replacement: "timezone: UTC\n\(blanks)"
                )
            }
        }
        return edit.map { Fix(.safe, "write the zone that is meant now", [$0]) }
    }
}
