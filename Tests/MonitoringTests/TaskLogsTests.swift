import Foundation
import TestSupport
import Testing

@testable import Execution
@testable import Monitoring

@Suite struct TaskLogsTests {
    private let head = RunEvent.runStarted(
        RunStart(run: RunID("r1"), pipeline: "shop", target: "dev", session: 1, tasks: [facts("load.users")])
    )

    @Test func `each task has its lines`() throws {
        let folder = try TemporaryFolder()
        let logs = TaskLogs(folder: folder.url)
        let lost = TaskFailure("connection lost", code: "08006", isRetryable: true)
        let events: [RunEvent] = [
            head, .taskStarted(id("load.users"), attempt: 1),
            .taskLogged(id("load.users"), attempt: 1, .info, "COPY", fields: ["table": "users", "rows": "7"]),
            .taskProgressed(id("load.users"), rows: 7),
            .attemptFailed(id("load.users"), attempt: 1, lost, retryIn: .milliseconds(1_500)),
            .taskFinished(result("load.users", .failed(broken), .seconds(2), attempts: 2)),
            .taskFinished(result("a", .succeeded(TaskReport(rowsIn: 1, notes: ["n"], outputs: ["t"])), .seconds(1))),
        ]
        for event in events { logs.sink(event, start + 0.25) }
        #expect(logs.problem == nil)
        #expect(try folder.files() == ["r1/a.jsonl", "r1/load.users.jsonl"])
        let at = #""at":"2026-09-12T03:00:00.250Z""#
        #expect(
            try folder.read("r1/load.users.jsonl") == """
                {\(at),"level":"info","task":"load.users","message":"started","attempt":1}
                {\(at),"level":"info","task":"load.users","message":"COPY","attempt":1,"fields":{"rows":"7","table":"users"}}
                {\(at),"level":"warning","task":"load.users","message":"attempt failed","attempt":1,"retry_in_ms":1500,\
                "error":"connection lost","code":"08006","hint":null,"details":{}}
                {\(at),"level":"error","task":"load.users","message":"finished","state":"failed","attempts":2,\
                "duration_ms":2000,"error":"cannot log in as 'etl'\\nFATAL","code":"28P01",\
                "hint":"check the profile's 'password'","details":{"host":"db"}}

                """
        )
        #expect(
            try folder.read("r1/a.jsonl") == """
                {\(at),"level":"info","task":"a","message":"finished","state":"succeeded","attempts":1,"duration_ms":1000,\
                "report":{"rows_in":1,"notes":["n"],"outputs":["t"]}}

                """
        )
    }

    @Test func `a resumed run adds to its files`() throws {
        let folder = try TemporaryFolder()
        for _ in 0..<2 {
            let logs = TaskLogs(folder: folder.url)
            logs.sink(head, start)
            logs.sink(.taskStarted(id("load.users"), attempt: 1), start)
        }
        #expect(try folder.read("r1/load.users.jsonl").split(separator: "\n").count == 2)
    }

    @Test(arguments: [
        ("load.orders", "load.orders"), ("../../etc/passwd", "%2E.%2F..%2Fetc%2Fpasswd"),
        ("ingest[1]", "ingest%5B1%5D"), ("naïve", "na%C3%AFve"), (".hidden", "%2Ehidden"), ("a\u{0}b", "a%00b"),
    ])
    func `no name leaves the folder`(_ name: String, _ safe: String) {
        #expect(safeName(name) == safe)
    }

    @Test func `a log that cannot be written is told, not thrown`() throws {
        let folder = try TemporaryFolder()
        try folder.write("in the way", to: "r1")
        let logs = TaskLogs(folder: folder.url)
        logs.sink(head, start)
        logs.sink(.taskStarted(id("a"), attempt: 1), start)
        let problem = try #require(logs.problem)
        #expect(problem.hasPrefix("the log of 'a' cannot be written: "))
    }
}
