import Linting
import Reporting
import Testing

/// What is said of schedules, at noon of 2026-02-01.
struct ScheduleRuleTests {
    @Test(arguments: [
        ("30 2 * * *", "Europe/Berlin", ["02:30 does not exist on 2026-03-29 in Europe/Berlin"]),
        ("0 1 * * *", "America/New_York", ["01:00 comes twice on 2026-11-01 in America/New_York"]),
        // The clocks change on a Sunday.
        ("30 2 * * 1-5", "Europe/Berlin", []),
        ("30 * * * *", "Europe/Berlin", []),
        ("30 2 * * *", "America/Sao_Paulo", []),
        ("30 2 29 3 *", "Europe/Berlin", ["02:30 does not exist on 2026-03-29 in Europe/Berlin"]),
    ])
    func `an hour that is skipped or comes twice is found`(_ cron: String, _ zone: String, _ expected: [String]) throws
    {
        #expect(try messages(of: .dstHazard, "schedule: {cron: \"\(cron)\", timezone: \(zone)}") == expected)
    }

    @Test(arguments: [
        ("0 6 31 4,6,9,11 *", true), ("0 6 30 2 *", true), ("0 6 29 2 *", false), ("0 6 31 * *", false),
        // One of the two days is enough.
        ("0 6 30 2 mon", false),
    ])
    func `dates that do not exist are found`(_ cron: String, _ isNever: Bool) throws {
        let found = try messages(of: .cronNever, "schedule: {cron: \"\(cron)\", timezone: UTC}")
        #expect(found == (isNever ? ["no month named here has such a day: the pipeline is never due"] : []))
    }

    @Test(arguments: [
        ("schedule: \"0 6 * * *\"\n", "schedule: {cron: \"0 6 * * *\", timezone: UTC}\n"),
        ("schedule: {cron: \"0 6 * * *\"} # daily\n", "schedule: {cron: \"0 6 * * *\", timezone: UTC} # daily\n"),
        ("schedule:\n  cron: \"0 6 * * *\" # daily\n", "schedule:\n  timezone: UTC\n  cron: \"0 6 * * *\" # daily\n"),
    ])
    func `the zone that is meant is written`(_ text: String, _ expected: String) throws {
        let example = RuleExample(stringLiteral: text)
        let found = try ExampleProject(example).findings().items.filter { $0.rule == .noTimezone }
        let edit = try #require(found.first?.fix?.edits.first)
        var bytes = Array("pipeline: example\n\(text)".utf8)
        bytes.replaceSubrange(edit.range, with: Array(edit.replacement.utf8))
        #expect(String(decoding: bytes, as: UTF8.self) == "pipeline: example\n\(expected)")
    }

    @Test func `every hour is the same in all zones`() throws {
        #expect(try messages(of: .noTimezone, "schedule: \"0 * * * *\"") == [])
        #expect(
            try messages(of: .noTimezone, "schedule: \"0 * * * *\"\nparams: {day: {type: date, default: today}}") == [
                "the schedule has no time zone; it is read in UTC"
            ]
        )
    }

    private func messages(of rule: Rule, _ text: String) throws -> [String] {
        try ExampleProject(RuleExample(stringLiteral: text)).findings().items
            .filter { $0.rule == rule && $0.span.file == "pipelines/example.yaml" }.map(\.message.description)
    }
}
