import Foundation
import TestSupport
import Testing

@testable import Execution

/// A real process, really killed, and another that goes on with its run.
@Suite struct KilledProcessTests {
    @Test(arguments: ["generate", "ingest", "load"])
    func `kill -9 during a stage, then resume, equals an undisturbed run`(_ stage: String) async throws {
        let folder = try TemporaryFolder()
        let whole = folder.path + "/whole"
        _ = try await KilledPipeline(folder: whole).run(resume: nil) { _ in }

        let killed = folder.path + "/killed"
        await #expect(processExitsWith: .signal(SIGKILL)) { [killed = killed as String, stage = stage as String] in
            _ = try await KilledPipeline(folder: killed).run(resume: nil) { task in
                if task.group == stage { kill(getpid(), SIGKILL) }
            }
        }
        let left = try #require(try RunStore(path: killed + "/runs.db").latestRun(pipeline: "shop", target: "dev"))
        #expect(left.state == .interrupted)
        let outcome = try await KilledPipeline(folder: killed).run(resume: .last) { _ in }
        #expect(outcome.run == left.id)
        #expect(outcome.exitCode == .success)
        #expect(try outputs(killed) == outputs(whole))
        #expect(try outputs(whole).count == 6)
    }

    private func outputs(_ folder: String) throws -> [String: String] {
        let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }
        return try Dictionary(
            uniqueKeysWithValues: names.map { ($0, try String(contentsOfFile: "\(folder)/\($0)", encoding: .utf8)) }
        )
    }
}

/// Two tables through three stages; each task writes a file made from its input's.
private struct KilledPipeline: Sendable {
    let folder: String

    func run(
        resume: RunOptions.Resume?,
        midway: @escaping @Sendable (TaskFacts) -> Void
    ) async throws -> RunOutcome {
        let tasks = ["orders", "users"].flatMap { table in
            [
                task("generate.\(table)", group: "generate", fingerprint: "1"),
                task("ingest.\(table)", [TaskID("generate.\(table)")], group: "ingest", fingerprint: "1"),
                task("load.\(table)", [TaskID("ingest.\(table)")], group: "load", fingerprint: "1"),
            ]
        }
        return try await Execution.run(
            tasks,
            options: RunOptions(pipeline: "shop", target: "dev", width: 2, resume: resume),
            store: RunStore(path: folder + "/runs.db"),
            isStillThere: { [self] task in FileManager.default.fileExists(atPath: path(of: task.id)) }
        ) { [self] task, _ in
            let inputs = try task.dependsOn.map { try String(contentsOfFile: path(of: $0), encoding: .utf8) }
            try "half".write(toFile: path(of: task.id), atomically: false, encoding: .utf8)
            midway(task)
            try "\(task.id)(\(inputs.joined()))".write(toFile: path(of: task.id), atomically: false, encoding: .utf8)
            return rows(1)
        }
    }

    private func path(of task: TaskID) -> String { "\(folder)/\(task).txt" }
}
