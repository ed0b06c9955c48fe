import Foundation
import TestSupport
import Testing

/// Many intervals of a pipeline: asked for by a person, or due by the clock.
@Suite struct SchedulingTests {
    private let place: Place

    init() throws {
        place = try Place()
        try place.folder.write("project: shop\n", to: "esteira.yaml")
        try place.folder.write("schema: sales\ncolumns: {id: int, sold_at: timestamp}\n", to: "schemas/sales.yaml")
        try pipeline(schedule: "{cron: \"0 0 * * *\", timezone: UTC}")
    }

    /// Two sales of the day, and one at the very moment that the next day begins.
    private func write(_ day: String, before next: String) throws {
        try place.folder.write(
            "id,sold_at\n1,\(day) 00:00:00\n2,\(day) 23:59:59\n3,\(next) 00:00:00\n", to: "in/\(day).csv")
    }

    private func pipeline(schedule: String) throws {
        try place.folder.write(
            """
            pipeline: sales
            schedule: \(schedule)
            params: {date: {type: date, default: yesterday}}
            sources:
              sales: {csv: "in/${interval.start:%Y-%m-%d}.csv", schema: sales}
            transforms:
              kept:
                from: raw.sales
                steps: [{filter: sold_at >= interval.start and sold_at < interval.end}]
            """, to: "pipelines/sales.yaml")
    }

    private let days = (1...4).map { "2026-01-0\($0)" }
    private let stretch = ["--from", "2026-01-01", "--to", "2026-01-04"]

    private func backfill(_ more: String..., ends code: Int32, watch: Watch? = nil) async throws -> Finished {
        try await place.esteira(["backfill", "sales"] + stretch + more, ends: code, watch: watch)
    }

    /// Whole days before today, in UTC, oldest first.
    private func lastDays(_ count: Int) -> [String] {
        let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        return (0...count).reversed().map { Date().addingTimeInterval(Double(-$0) * 86_400).formatted(style) }
    }

    // MARK: Backfill

    @Test func `a day that fails does not stop the others, and alone is run again`() async throws {
        for (day, next) in zip(days, days.dropFirst() + ["2026-01-05"]) where day != "2026-01-03" {
            try write(day, before: next)
        }
        #expect(
            try await backfill("--dry-run", ends: 0).output == """
                2026-01-01 … 2026-01-04 (4): missing
                4 intervals of 'sales' into 'local' to run

                """)
        let first = try await backfill("--parallel", "3", ends: 1)
        #expect(first.output.contains("2026-01-01 … 2026-01-02 (2)  ok "), "\(first)")
        #expect(
            first.output.contains("2026-01-03  ingest.sales: no file matches 'in/2026-01-03.csv' (EST3030)"), "\(first)"
        )
        #expect(
            try await backfill("--dry-run", "--reprocess", "failed", ends: 0).output == """
                2026-01-01 … 2026-01-02 (2): done, left as it is
                2026-01-03 (1): failed
                2026-01-04 (1): done, left as it is
                1 interval of 'sales' into 'local' to run

                """)
        try write("2026-01-03", before: "2026-01-04")
        let second = try await backfill(ends: 0)
        #expect(second.report.split(separator: "\n").count == 2, "\(second)")
        #expect(
            try await backfill(ends: 0).output == """
                2026-01-01 … 2026-01-04 (4): done, left as it is
                0 intervals of 'sales' into 'local' to run

                """)
        // The end of a day belongs to the next.
        let shown = try await place.esteira(["show", "kept", "--param", "date=2026-01-03"], ends: 0)
        #expect(shown.output.hasPrefix("kept   2 rows"), "\(shown)")
    }

    @Test func `a backfill that was killed goes on with its run, newest first where asked`() async throws {
        for (day, next) in zip(days, days.dropFirst() + ["2026-01-05"]) { try write(day, before: next) }
        let killed = try await backfill("--reverse", ends: -SIGKILL, watch: .signal(SIGKILL, at: "2026-01-02  run"))
        #expect(killed.report.contains("2026-01-03  ok"), "\(killed)")
        let resumed = try await backfill("--reverse", ends: 0)
        #expect(!resumed.report.contains("2026-01-03"), "\(resumed)")
        #expect(resumed.report.contains("2026-01-01  ok"), "\(resumed)")
        let listing = try await place.esteira(["runs", "--limit", "100"], ends: 0)
        #expect(listing.output.matches(of: #/  ok  /#).count == 4, "\(listing)")
        #expect(!listing.output.contains("  running  "), "\(listing)")
        #expect(try await backfill("--dry-run", ends: 0).output.contains("2026-01-01 … 2026-01-04 (4): done"))
    }

    @Test func `a stretch that makes no sense is refused`() async throws {
        let backwards = try await place.esteira(
            ["backfill", "sales", "--from", "2026-01-02", "--to", "2026-01-01"], ends: 2)
        #expect(backwards.report.contains("--from is after --to."))
        try place.folder.write("pipeline: sales\n", to: "pipelines/sales.yaml")
        let timeless = try await backfill(ends: 2)
        #expect(
            timeless.report
                == "error: 'sales' has neither a parameter 'date' nor a schedule: nothing tells one run from another\n")
    }

    @Test func `periods of a schedule are intervals too`() async throws {
        try place.folder.write(
            """
            pipeline: sales
            schedule: {cron: "0 */12 * * *", timezone: America/Sao_Paulo}
            sources:
              sales: {csv: "in/${interval.start:%Y-%m-%dT%H}.csv", schema: sales}
            """, to: "pipelines/sales.yaml")
        #expect(
            try await place.esteira(["backfill", "--from", "2026-01-01", "--to", "2026-01-02", "--dry-run"], ends: 0)
                .output == """
                    2026-01-01T00:00-03:00 … 2026-01-02T12:00-03:00 (4): missing
                    4 intervals of 'sales' into 'local' to run

                    """)
    }

    // MARK: Resume

    @Test func `a run goes on with the day that it began with, and another day is refused`() async throws {
        let failed = try await place.esteira(["run", "sales", "-p", "date=2026-01-02"], ends: 1)
        #expect(failed.output.contains("no file matches 'in/2026-01-02.csv'"), "\(failed)")
        let other = try await place.esteira(["run", "sales", "-p", "date=2026-01-01", "--resume", "last"], ends: 2)
        #expect(other.report.contains("is for date=2026-01-02, not 2026-01-01: leave out '--param date'"), "\(other)")
        try write("2026-01-02", before: "2026-01-03")
        // Another pipeline that nobody can read stops itself alone.
        try place.folder.write("pipeline: [", to: "pipelines/broken.yaml")
        let resumed = try await place.esteira(["run", "sales", "--resume", "last"], ends: 0)
        #expect(
            resumed.report.contains(
                "warning: 'pipelines/broken.yaml' has errors, which 'esteira lint' shows; 'sales' is run without it"),
            "\(resumed)")
        let shown = try await place.esteira(["show", "kept", "--param", "date=2026-01-02"], ends: 0)
        #expect(shown.output.hasPrefix("kept   2 rows"), "\(shown)")
    }

    // MARK: Schedule

    @Test func `what is due is run once, in order, and what waits for it after it`() async throws {
        let days = lastDays(3)
        for (day, next) in zip(days, days.dropFirst()) { try write(day, before: next) }
        try pipeline(schedule: "{cron: \"0 0 * * *\", timezone: UTC, start: \(days[0]), catchup: all}")
        try place.folder.write(
            """
            pipeline: report
            schedule: {cron: "0 0 * * *", timezone: UTC, start: \(days[0]), catchup: {all: 2}, after: processed.kept}
            params: {date: {type: date, default: yesterday}}
            sources:
              kept: {parquet: "lake/processed/kept/year=${params.date:%Y}/month=${params.date:%m}/day=${params.date:%d}/kept.parquet", schema: sales}
            """, to: "pipelines/report.yaml")
        let first = try await place.esteira(["schedule", "--once"], ends: 0)
        func ends(_ finished: Finished) -> [String] {
            finished.report.split(separator: "\n").filter { $0.contains("  ok, ") }.compactMap {
                $0.split(separator: "  ok").first.map(String.init)
            }
        }
        #expect(
            Set(ends(first))
                == Set(days.dropLast().map { "sales \($0)" } + days.dropFirst().dropLast().map { "report \($0)" }))
        for day in days.dropFirst().dropLast() {
            let order = ends(first)
            #expect(order.firstIndex(of: "sales \(day)") ?? .max < order.firstIndex(of: "report \(day)") ?? .min)
        }
        #expect(
            first.report.contains("report  due \(days[1])T00:00:00Z  left out: missed, and not to be caught up"),
            "\(first)")
        let second = try await place.esteira(["schedule", "--once"], ends: 0)
        #expect(second.report == "", "\(second)")
        let third = try await place.esteira(
            ["backfill", "sales", "--from", days[0], "--to", days[2], "--dry-run"], ends: 0)
        #expect(third.output.contains("(3): done"), "\(third)")
    }

    @Test func `a schedule that was killed goes on under the same run`() async throws {
        let days = lastDays(2)
        for (day, next) in zip(days, days.dropFirst()) { try write(day, before: next) }
        try pipeline(schedule: "{cron: \"0 0 * * *\", timezone: UTC, start: \(days[0]), catchup: all}")
        let killed = try await place.esteira(
            ["schedule", "--once"], ends: -SIGKILL, watch: .signal(SIGKILL, at: "sales \(days[1])  run"))
        let resumed = try await place.esteira(["schedule", "--once"], ends: 0)
        func run(_ finished: Finished) -> String? {
            let line = finished.report.split(separator: "\n").last { $0.hasPrefix("sales \(days[1])  run ") }
            return line?.split(separator: " ")[3].description
        }
        #expect(run(killed) != nil)
        #expect(run(resumed) == run(killed))
        #expect(!resumed.report.contains("sales \(days[0])"), "\(resumed)")
        #expect(try await place.esteira("schedule", "--once").report == "")
    }

    @Test func `SIGTERM stops a schedule, and its runs are gone on with`() async throws {
        let days = lastDays(1)
        try write(days[0], before: days[1])
        try pipeline(schedule: "{cron: \"0 0 * * *\", timezone: UTC, start: \(days[0]), catchup: latest}")
        try await place.esteira(["schedule"], ends: 0, watch: .signal(SIGTERM, at: "sales \(days[0])  ok"))
        let again = try await place.esteira(["schedule", "--once"], ends: 0)
        #expect(again.report == "")
    }

    @Test func `a schedule that is new, or broken, is seen while the program runs`() async throws {
        let days = lastDays(1)
        try write(days[0], before: days[1])
        let schedule = "{cron: \"0 0 * * *\", timezone: UTC, start: \(days[0]), catchup: latest}"
        try pipeline(schedule: schedule)
        let text = try place.folder.read("pipelines/sales.yaml")
        let folder = place.folder
        let watch = Watch { line, pid in
            do {
                if line.hasPrefix("sales \(days[0])  ok") {
                    try folder.write("pipeline: [", to: "pipelines/late.yaml")
                } else if line.contains("what was scheduled stays") {
                    try folder.write(
                        text.replacing("pipeline: sales", with: "pipeline: late"), to: "pipelines/late.yaml")
                } else if line.hasPrefix("late \(days[0])  ok") {
                    kill(pid, SIGTERM)
                }
            } catch {
                kill(pid, SIGKILL)
            }
        }
        let told = try await place.esteira(["schedule"], ends: 0, watch: watch)
        #expect(
            told.report.contains(
                "warning: the files have changed, and what was scheduled stays: the project has errors"), "\(told)")
    }

    @Test func `the next runs are shown with their intervals`() async throws {
        try pipeline(schedule: "{cron: \"0 6 1 1 *\", timezone: America/Sao_Paulo}")
        let lines = try await place.esteira(["schedule", "--next", "2"], ends: 0).output.split(separator: "\n")
        let pattern = /\d{4}-01-01T06:00-03:00  sales     \d{4}-12-31T00:00-03:00 … \d{4}-01-01T00:00-03:00/
        #expect(lines.count == 3)
        #expect(lines.dropFirst().allSatisfy { $0.wholeMatch(of: pattern) != nil }, "\(lines)")
    }

    @Test func `a schedule waits for what another pipeline makes, and for none that does not exist`() async throws {
        try pipeline(schedule: "{cron: \"0 0 * * *\", timezone: UTC, after: processed.keptt}")
        let wrong = try await place.esteira(["schedule", "--once"], ends: 2)
        #expect(wrong.report.contains("EST2003"), "\(wrong)")
        #expect(wrong.report.contains("no dataset of another pipeline named 'processed.keptt'"), "\(wrong)")
        try pipeline(schedule: "{cron: \"0 0 * * *\", timezone: UTC, after: processed.report}")
        try place.folder.write(
            """
            pipeline: report
            schedule: {cron: "0 0 * * *", timezone: UTC, after: sales.processed.kept}
            sources:
              kept: {csv: in/report.csv, schema: sales}
            transforms:
              report: {from: raw.kept}
            """, to: "pipelines/report.yaml")
        let circle = try await place.esteira(["schedule", "--once"], ends: 2)
        #expect(circle.report.contains("pipelines wait for each other: 'sales' → 'report' → 'sales'"), "\(circle)")
    }
}
