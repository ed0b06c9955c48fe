import Configuration
import Execution
import Foundation
import Kinds
import Reporting
import Synchronization
import TestSupport
import Testing

@testable import Notifying

@Suite struct NotifierTests {
    private let folder: TemporaryFolder
    private let started = Date(timeIntervalSince1970: 1_789_182_000)

    init() throws { folder = try TemporaryFolder() }

    private var failed: RunNotice {
        let failure = TaskFailure("no file matches 'a.csv'", code: "EST3030")
        let results = [
            TaskResult(
                task: TaskID("ingest.a"), group: "ingest", title: "a", state: .failed(failure), attempts: 1,
                startedAt: started,
                duration: .seconds(1)),
            TaskResult(
                task: TaskID("ingest.b"), group: "ingest", title: "b", state: .succeeded(TaskReport()), attempts: 1,
                startedAt: started, duration: .seconds(1)),
        ]
        return RunNotice(
            RunOutcome(
                run: RunID("r1"), pipeline: "shop", target: "dev", startedAt: started, duration: .seconds(2),
                wasInterrupted: false, results: results))
    }

    private func hook(_ event: HookDeclaration.Event, _ words: [String], attempts: Int = 1) -> HookDeclaration {
        let span = Span.startOf("pipelines/shop.yaml")
        return HookDeclaration(
            event: event, action: .command(words.map { Text($0, at: span) }), attempts: attempts, timeout: .seconds(20),
            span: span)
    }

    private func warnings(of hooks: [HookDeclaration], telling notice: RunNotice) async -> [String] {
        let warnings = Mutex<[String]>([])
        let clock = RunClock(now: { [started] in started }, sleep: { _ in })
        let notifier = Notifier(hooks, webhooks: [:], folder: folder.path, clock: clock) { text in
            warnings.withLock { $0.append(text) }
        }
        await notifier.tell(notice)
        return warnings.withLock(\.self)
    }

    @Test func `a command gets the run as JSON, in the project's folder`() async throws {
        #expect(await warnings(of: [hook(.failure, ["tee", "told.json"])], telling: failed) == [])
        let told = try String(contentsOfFile: folder.path + "/told.json", encoding: .utf8)
        #expect(
            told == """
                {"event":"failure","run":"r1","pipeline":"shop","profile":"dev","state":"failed",\
                "started_at":"2026-09-12T03:00:00Z","duration_ms":2000,"late":null,\
                "text":"shop (dev): run r1 failed; ingest.a: no file matches 'a.csv'",\
                "tasks":[{"task":"ingest.a","state":"failed","message":"no file matches 'a.csv'","code":"EST3030"}]}
                """)
    }

    @Test func `only hooks of what happened are told`() async {
        #expect(await warnings(of: [hook(.success, ["tee", "told.json"])], telling: failed) == [])
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/told.json"))
    }

    @Test func `a command may end without reading what it is told`() async {
        for _ in 0..<20 { #expect(await warnings(of: [hook(.failure, ["true"])], telling: failed) == []) }
    }

    @Test func `what fails is tried again, and then is a warning`() async throws {
        let script = ["sh", "-c", "echo x >>tries; exit 3"]
        #expect(
            await warnings(of: [hook(.failure, script, attempts: 3)], telling: failed) == [
                "hook 'sh' was not told: it ended with 3"
            ])
        #expect(try String(contentsOfFile: folder.path + "/tries", encoding: .utf8) == "x\nx\nx\n")
    }
}
