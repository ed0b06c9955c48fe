import Foundation
import Reporting
import Testing

@testable import Execution
@testable import Monitoring

@Suite struct SummaryTests {
    @Test func `the table tells every task, then what failed and where to look`() {
        let text = outcome().summary(
            TextStyle(width: 120),
            logPath: { ".esteira/logs/r1/\($0).jsonl" },
            hints: ["continue with: esteira run --resume last"]
        )
        #expect(
            text == """
                task             state       rows in  rows out  rejected  filtered  duplicates    time
                generate.orders  up to date        –   150,000         –         –           –       –
                ingest.orders    ok          150,000   149,980        10         7           3    2.3s
                load.orders      ok          149,980   149,980         –         –           –  1m 15s
                load.users       failed            –         –         –         –           –    0.4s
                load.views       skipped           –         –         –         –           –       –
                total                                                 10         7           3   12.3s

                run 20260912T030000-k3f9 failed: 5 tasks, 2 ok, 1 up to date, 1 failed, 1 skipped

                failed load.users: cannot log in as 'etl' FATAL (28P01)
                  help: check the profile's 'password'
                  log:  .esteira/logs/r1/load.users.jsonl

                skipped load.views: 'load.users' failed → load.sums

                continue with: esteira run --resume last

                """
        )
    }

    @Test func `a narrow table gives up duplicates, then filtered, then rows in`() {
        let style = TextStyle(isASCII: true, width: 80)
        #expect(
            outcome(interrupted: true).summary(style) == """
                task             state        rows in  rows out  rejected  filtered    time
                generate.orders  up to date         -   150,000         -         -       -
                ingest.orders    ok           150,000   149,980        10         7    2.3s
                load.orders      interrupted        -         -         -         -  1m 15s
                load.users       failed             -         -         -         -    0.4s
                load.views       skipped            -         -         -         -       -
                total                                                  10         7   12.3s

                run 20260912T030000-k3f9 interrupted: 5 tasks, 1 ok, 1 up to date, 1 failed, 1 skipped, 1 interrupted

                failed load.users: cannot log in as 'etl' FATAL (28P01)
                  help: check the profile's 'password'

                skipped load.views: 'load.users' failed -> load.sums

                """
        )
        #expect(
            outcome().summary(TextStyle(width: 60)).split(separator: "\n")[0]
                == "task             state       rows out  rejected    time"
        )
    }

    @Test func `an interrupted run tells what had begun from what had not`() {
        var stopped = outcome(interrupted: true)
        stopped.results = [
            result("a", .interrupted, .seconds(1)), result("b", .interrupted, attempts: 0),
        ]
        #expect(
            stopped.summary(TextStyle())
                == """
                task   state        rows in  rows out  rejected   time
                a      interrupted        –         –         –   1.0s
                b      not started        –         –         –      –
                total                                         0  12.3s

                run 20260912T030000-k3f9 interrupted: 2 tasks, 1 interrupted, 1 not started

                """
        )
    }

    @Test func `colour adds nothing but colour`() {
        let coloured = outcome().summary(TextStyle(isColoured: true))
        let bare = coloured.replacing(/\u{1B}\[[0-9;]*m/, with: "")
        #expect(coloured != bare)
        #expect(bare == outcome().summary(TextStyle()))
    }

    @Test func `runs are listed, latest first, and one is shown with its reasons`() {
        let first = RunRecord(
            id: RunID("20260912T030000-k3f9"),
            pipeline: "shop",
            target: "dev",
            scope: "shop/dev",
            state: .failed,
            session: 2,
            startedAt: start,
            finishedAt: start + 75,
            arguments: ["select": "+load.orders"],
            counts: [.succeeded: 1_200, .failed: 1, .skipped: 2]
        )
        var second = first
        second.state = .running
        second.finishedAt = nil
        #expect(
            runListing([second, first], TextStyle(width: 120)) == """
                run                   pipeline  target  state    started                 time         done  failed  starts
                20260912T030000-k3f9  shop      dev     running  2026-09-12T03:00:00Z       –  1,200/1,203       1       2
                20260912T030000-k3f9  shop      dev     failed   2026-09-12T03:00:00Z  1m 15s  1,200/1,203       1       2

                """
        )
        #expect(
            runListing([first], TextStyle(width: 72)) == """
                run                   pipeline  state     time         done  failed
                20260912T030000-k3f9  shop      failed  1m 15s  1,200/1,203       1

                """
        )
        #expect(runListing([], TextStyle()) == "no runs yet\n")
        let tasks = [
            TaskRecord(
                task: id("ingest.orders"),
                group: "ingest",
                title: "",
                state: .succeeded,
                attempts: 2,
                startedAt: start,
                duration: .seconds(2),
                report: TaskReport(rowsIn: 1_500, rowsOut: 1_490, rejected: 10),
                failure: nil,
                reason: nil
            ),
            TaskRecord(
                task: id("load.users"),
                group: "load",
                title: "",
                state: .failed,
                attempts: 1,
                startedAt: start,
                duration: .zero,
                report: nil,
                failure: broken,
                reason: nil
            ),
            TaskRecord(
                task: id("load.views"),
                group: "load",
                title: "",
                state: .skipped,
                attempts: 0,
                startedAt: nil,
                duration: nil,
                report: nil,
                failure: nil,
                reason: "'load.users' failed"
            ),
        ]
        #expect(
            runDetails(first, tasks, TextStyle(width: 120)) == """
                run 20260912T030000-k3f9 of 'shop' into 'dev': failed
                started 2026-09-12T03:00:00Z, 2 starts
                select: +load.orders

                task           state    attempts  rows in  rows out  rejected  time
                ingest.orders  ok              2    1,500     1,490        10  2.0s
                load.users     failed          1        –         –         –  0.0s
                load.views     skipped         0        –         –         –     –

                failed load.users: cannot log in as 'etl' FATAL (28P01)
                skipped load.views: 'load.users' failed

                """
        )
    }
}
