import Foundation
import Reporting
import Synchronization
import Testing

@testable import Execution
@testable import Monitoring

@Suite struct ProgressTests {
    private let events: [(RunEvent, Double)] = [
        (
            .runStarted(
                RunStart(
                    run: RunID("r1"),
                    pipeline: "shop",
                    target: "dev",
                    session: 1,
                    tasks: ["generate.a", "ingest.a", "ingest.b", "load.a", "load.b"].map { facts($0) }
                )
            ), 0
        ),
        (
            .taskFinished(
                result("generate.a", .upToDate(TaskReport(rowsOut: 5), reason: "unchanged since run r0"), attempts: 0)
            ), 0
        ),
        (.taskStarted(id("ingest.a"), attempt: 1), 0),
        (.taskStarted(id("ingest.b"), attempt: 1), 0),
        (.taskProgressed(id("ingest.a"), rows: 120_000), 1),
        (.taskLogged(id("ingest.a"), attempt: 1, .info, "reading", fields: [:]), 1),
        (.taskLogged(id("ingest.a"), attempt: 1, .warning, "3 late\u{1B}[2J rows", fields: [:]), 1),
        (
            .attemptFailed(
                id("ingest.b"),
                attempt: 1,
                TaskFailure("connection lost", code: "08006", isRetryable: true),
                retryIn: .seconds(4)
            ), 1.5
        ),
        (
            .taskFinished(
                result("ingest.a", .succeeded(TaskReport(rowsIn: 150_000, rowsOut: 149_990, rejected: 10)), .seconds(2))
            ), 2
        ),
        (.taskStarted(id("load.a"), attempt: 1), 2),
        (.taskFinished(result("load.a", .failed(broken), .milliseconds(400))), 2.4),
        (.taskFinished(result("load.b", .skipped(SkipReason(chain: [id("load.a")])), attempts: 0)), 2.4),
        (.taskStarted(id("ingest.b"), attempt: 2), 5.5),
        (.interruptRequested(running: [id("ingest.b")]), 6),
    ]

    @Test func `a pipe gets a line an event, with the time since the start`() {
        var progress = PlainProgress(TextStyle())
        var lines = events.compactMap { progress.line(for: $0.0, at: start + $0.1) }
        if let last = progress.line(for: .runFinished(outcome(interrupted: true)), at: start + 75) {
            lines.append(last)
        }
        #expect(
            lines.joined(separator: "\n") == """
                   0.0s  run r1 of 'shop' into 'dev' started, 5 tasks
                   0.0s  generate.a up to date: unchanged since run r0
                   0.0s  ingest.a started
                   0.0s  ingest.b started
                   1.0s  ingest.a warning: 3 late\\u{1b}[2J rows
                   1.5s  ingest.b attempt 1 failed, next in 4.0s: connection lost (08006)
                   2.0s  ingest.a done in 2.0s, 149,990 rows, 10 rejected
                   2.0s  load.a started
                   2.4s  load.a failed after 0.4s: cannot log in as 'etl' FATAL (28P01)
                   2.4s  load.b skipped: 'load.a' failed
                   5.5s  ingest.b started, attempt 2
                   6.0s  interrupted, stopping 1 task
                 1m 15s  run interrupted after 12.3s
                """
        )
    }

    @Test func `a terminal keeps what ended above and what runs below`() {
        var progress = RunProgress(TextStyle())
        var screens: [String] = []
        for (index, (event, seconds)) in events.enumerated() {
            let now = start + seconds
            let lines = progress.take(event, at: now)
            if !lines.isEmpty || [4, 8, 13].contains(index) {
                screens += lines
                if [4, 7, 9, 13].contains(index) {
                    screens += progress.region(at: now, frame: index, width: 60).map { "| " + $0 }
                }
            }
        }
        #expect(
            screens.joined(separator: "\n") == """
                run r1: 5 tasks
                = 1 task up to date
                | ⠼ ingest.a    1.0s  120,000 rows
                | ⠼ ingest.b    1.0s
                |   1 of 5 done · 2 running · 2 waiting · 1.0s
                ! ingest.a: 3 late\\u{1b}[2J rows
                ↻ ingest.b: attempt 1 failed, next in 4.0s: connection lost
                | ⠧ ingest.a    1.5s  120,000 rows
                | ↻ ingest.b    attempt 2 in 4.0s
                |   1 of 5 done · 2 running · 2 waiting · 1.5s
                ✓ ingest.a    2.0s  149,990 rows  10 rejected
                ✗ load.a      0.4s  cannot log in as 'etl' FATAL (28P01)
                ! stopping 1 task; Ctrl-C again quits at once
                | ⠸ ingest.b    6.0s
                |   2 of 5 done · 1 stopping · 1 failed · 1 skipped · 6.0s
                """
        )
    }

    @Test func `the region is never wider or higher than it may be`() {
        var progress = RunProgress(TextStyle(isASCII: true))
        let names = (0..<30).map { "ingest.a_rather_long_name_\($0)" }
        _ = progress.take(
            .runStarted(
                RunStart(run: RunID("r1"), pipeline: "p", target: "t", session: 1, tasks: names.map { facts($0) })
            ),
            at: start
        )
        for name in names { _ = progress.take(.taskStarted(id(name), attempt: 1), at: start) }
        #expect(
            progress.region(at: start + 1, frame: 1, width: 24, height: 2) == [
                "/ ingest.a_rather_lo...", "/ ingest.a_rather_lo...", "  and 28 more", "  0 of 30 done | 30 ...",
            ]
        )
    }

    @Test func `redraws replace the region and leave nothing behind`() async throws {
        let written = Mutex("")
        let progress = ConsoleProgress(TextStyle(), columns: { 60 }) { text in written.withLock { $0 += text } }
        let clock = RunClock(now: { start }, sleep: { _ in throw CancellationError() })
        try await progress.drawing(clock) {
            progress.sink(
                .runStarted(
                    RunStart(run: RunID("r1"), pipeline: "p", target: "t", session: 1, tasks: [facts("a")])
                ),
                start
            )
            progress.sink(.taskStarted(id("a"), attempt: 1), start)
        }
        let region = "⠋ a  0.0s\n  0 of 1 done · 1 running · 0.0s\n"
        #expect(
            written.withLock { $0 }
                == [
                    "\r\u{1B}[Jrun r1: 1 task\n  0 of 1 done · 0 running · 1 waiting · 0.0s\n",
                    "\r\u{1B}[1A\u{1B}[J\(region)", "\r\u{1B}[2A\u{1B}[J",
                ].map { "\u{1B}[?2026h\($0)\u{1B}[?2026l" }.joined()
        )
    }

    @Test func `without a terminal there are no escapes`() {
        let written = Mutex("")
        let progress = ConsoleProgress(TextStyle(), columns: { nil }) { text in written.withLock { $0 += text } }
        for (event, seconds) in events { progress.sink(event, start + seconds) }
        let text = written.withLock { $0 }
        #expect(!text.contains("\u{1B}"))
        #expect(text.split(separator: "\n").count == 12)
    }

    @Test(arguments: [
        (80 as Int?, ColorChoice.auto, [:], true), (nil, .auto, [:], false), (80, .auto, ["NO_COLOR": "1"], false),
        (80, .auto, ["NO_COLOR": ""], true), (80, .auto, ["TERM": "dumb"], false), (nil, .always, [:], true),
        (80, .always, ["NO_COLOR": "1"], true), (80, .never, [:], false),
    ])
    func `colour is for terminals that want it`(
        _ columns: Int?,
        _ choice: ColorChoice,
        _ environment: [String: String],
        _ expected: Bool
    ) {
        let style = TextStyle(columns: columns, color: choice, isASCII: false, environment: environment)
        #expect(style.isColoured == expected)
        #expect(style.width == columns ?? 120)
    }
}
