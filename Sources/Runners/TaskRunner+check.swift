import DuckDBEngine
import Engines
import Execution
import Foundation
import LakeStorage
import Planning
import Quality
import Reporting

extension TaskRunner {
    /// Evaluates the suite over what was written, writes the result beside the data, and publishes unless it blocks.
    func check(_ work: CheckWork, _ context: TaskContext) async throws -> TaskReport {
        let staged = try lake.staged(work.path, run: run.rawValue)
        let file = try staged ?? input(work.path)
        let session = try engine.session()
        let result = try await onOwnThread(named: "check", cancel: session.interrupt) {
            try evaluate(work.plan, from: readParquet([file]), session: session)
        }
        try write(result, work, context)
        let decision = result.decision(onFailure: work.action)
        for failure in decision.failures {
            context.log(
                .warning, "\(failure.sentence): \(failure.observed)",
                ["source": "\(failure.span)", "samples": failure.samples.joined(separator: ", ")])
        }
        if case .block(let failures) = decision { throw TaskFailure(blocking: failures, report: work.report) }
        var report = TaskReport(
            notes: ["\(result.outcomes.count - result.broken.count) of \(result.outcomes.count) expectations met"],
            outputs: [work.report])
        if case .warn(let failures) = decision { report.notes += failures.map { "\($0.sentence): \($0.observed)" } }
        if staged != nil { report.bytes = try lake.publish(work.path, run: run.rawValue).bytes }
        report.rowsIn = try session.count("SELECT * FROM \(readParquet([try lake.location(of: work.path)]))")
        report.rowsOut = report.rowsIn
        return report
    }

    private func write(_ result: ValidationResult, _ work: CheckWork, _ context: TaskContext) throws {
        let path = try lake.stage(work.report, run: run.rawValue)
        let text = result.json(
            ValidationMeta(
                run: run.rawValue, time: context.startedAt.formatted(.iso8601), dataset: "\(work.dataset)",
                version: toolVersion)
        ).text(indented: true)
        try Data((text + "\n").utf8).write(to: URL(filePath: path))
        try lake.publish(work.report, run: run.rawValue)
    }
}

extension GateDecision {
    fileprivate var failures: [FailureFacts] {
        switch self {
        case .pass: []
        case .warn(let failures), .block(let failures): failures
        }
    }
}

extension TaskFailure {
    fileprivate init(blocking failures: [FailureFacts], report: String) {
        let critical = failures.filter { $0.importance == .critical }
        let first = critical[0]
        let samples = first.samples.isEmpty ? "" : ", such as \(first.samples.prefix(3).joined(separator: ", "))"
        let others = critical.count == 1 ? "" : "; and \(critical.count - 1) more"
        self.init(
            "expectation not met: \(first.sentence): \(first.observed)\(samples)\(others)", code: "EST5020",
            hint: "\(first.span) says so; the whole result is in \(report)")
    }
}
