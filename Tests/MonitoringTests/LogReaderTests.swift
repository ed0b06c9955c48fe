import Foundation
import Reporting
import TestSupport
import Testing

@testable import Execution
@testable import Monitoring

@Suite struct LogReaderTests {
    private let folder: TemporaryFolder
    private let logs: TaskLogs

    init() throws {
        folder = try TemporaryFolder()
        logs = TaskLogs(folder: folder.url)
        logs.sink(
            .runStarted(RunStart(run: RunID("r1"), pipeline: "shop", target: "dev", session: 1, tasks: [])),
            start
        )
    }

    @Test func `logs of a run are one text in the order of time`() throws {
        let lost = TaskFailure("connection lost", code: "08006", hint: "look at the server", isRetryable: true)
        let report = TaskReport(rowsIn: 9, rowsOut: 7, rejected: 2, notes: ["2 rows set aside"])
        let events: [RunEvent] = [
            .taskStarted(id("z"), attempt: 1), .taskStarted(id("a"), attempt: 1),
            .taskLogged(id("z"), attempt: 1, .debug, "statement", fields: ["sql": "SELECT\n1"]),
            .attemptFailed(id("a"), attempt: 1, lost, retryIn: .seconds(2)), .taskStarted(id("a"), attempt: 2),
            .taskWaits(id("w"), seen: "no file", isNew: true, nextLook: start),
            .taskExpanded(id("z"), members: [facts("m")]), .deadlineMissed(id("z"), after: .seconds(30)),
            .taskFinished(result("z", .succeeded(report), .seconds(3))),
            .taskFinished(result("a", .failed(broken), .seconds(4), attempts: 2)),
            .taskFinished(result("b", .skipped(SkipReason(chain: [id("a")])), attempts: 0)),
        ]
        for (second, event) in events.enumerated() { logs.sink(event, start + Double(second)) }
        var reader = LogReader(folder: folder.url, run: RunID("r1"))
        let lines = try reader.next().map { $0.text(TextStyle()) }
        #expect(
            lines == [
                "2026-09-12T03:00:00.000Z  info     z  started",
                "2026-09-12T03:00:01.000Z  info     a  started",
                "2026-09-12T03:00:02.000Z  debug    z  statement: sql=SELECT 1",
                "2026-09-12T03:00:03.000Z  warning  a  attempt failed: connection lost (08006), look at the server, next in 2.0s",
                "2026-09-12T03:00:04.000Z  info     a  started: attempt 2",
                "2026-09-12T03:00:05.000Z  info     w  waits: no file",
                "2026-09-12T03:00:06.000Z  info     z  found items: 1 item",
                "2026-09-12T03:00:07.000Z  warning  z  late: not done after 30.0s",
                "2026-09-12T03:00:08.000Z  info     z  finished: ok, 9 rows in, 7 rows out, 2 rejected, 2 rows set aside, 3.0s",
                "2026-09-12T03:00:09.000Z  error    a  finished: failed, cannot log in as 'etl' FATAL (28P01), "
                    + "check the profile's 'password', 4.0s",
                "2026-09-12T03:00:10.000Z  warning  b  finished: skipped, 'a' failed, 0.0s",
            ]
        )
    }

    @Test func `a task brings its members, and no task whose name begins alike`() throws {
        for name in ["ingest.o", "ingest.o[x/y.csv]", "ingest.orders"] {
            logs.sink(.taskStarted(id(name), attempt: 1), start)
        }
        var reader = LogReader(folder: folder.url, run: RunID("r1"), task: id("ingest.o"))
        #expect(Set(try reader.next().map(\.task.rawValue)) == ["ingest.o", "ingest.o[x/y.csv]"])
        var member = LogReader(folder: folder.url, run: RunID("r1"), task: id("ingest.o[x/y.csv]"))
        #expect(try member.next().map(\.task.rawValue) == ["ingest.o[x/y.csv]"])
        #expect(try folder.files() == ["r1/ingest.o.jsonl", "r1/ingest.orders.jsonl"])
    }

    @Test func `what is written later is read later, and half a line not before its end`() throws {
        logs.sink(.taskStarted(id("a"), attempt: 1), start)
        var reader = LogReader(folder: folder.url, run: RunID("r1"))
        #expect(try reader.next().map(\.message) == ["started"])
        #expect(try reader.next().isEmpty)
        let file = try FileHandle(forWritingTo: logs.path(of: id("a"), in: RunID("r1")))
        try file.seekToEnd()
        try file.write(contentsOf: Data(#"{"at":"2026-09-12T03:00:01.000Z","level":"info","task""#.utf8))
        #expect(try reader.next().isEmpty)
        try file.write(contentsOf: Data((#":"a","message":"later"}"# + "\nno line of a log\n").utf8))
        #expect(try reader.next().map(\.message) == ["later"])
    }

    @Test func `a run without logs has no lines`() throws {
        var reader = LogReader(folder: folder.url, run: RunID("r2"))
        #expect(try reader.next().isEmpty)
    }
}
