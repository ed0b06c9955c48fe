import DuckDBEngine
import Engines
import Execution
import Foundation
import Kinds
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
        try publish(result, of: work, context)
        let decision = result.decision(onFailure: work.action)
        for failure in decision.failures {
            context.log(
                .warning, "\(failure.sentence): \(failure.observed)",
                ["source": "\(failure.span)", "samples": failure.samples.joined(separator: ", ")])
        }
        if case .block(let failures) = decision {
            throw TaskFailure(blocking: failures, report: folder.relative(try lake.location(of: work.report)))
        }
        var report = TaskReport(
            notes: ["\(result.outcomes.count - result.broken.count) of \(result.outcomes.count) expectations met"],
            outputs: [work.report])
        if case .warn(let failures) = decision { report.notes += failures.map { "\($0.sentence): \($0.observed)" } }
        if staged != nil { report.bytes = try lake.publish(work.path, run: run.rawValue).bytes }
        report.rowsIn = try session.count("SELECT * FROM \(readParquet([try lake.location(of: work.path)]))")
        report.rowsOut = report.rowsIn
        return report
    }

    private func publish(_ result: ValidationResult, of work: CheckWork, _ context: TaskContext) throws {
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
    /// - Parameter report: where the whole result is, for people.
    fileprivate init(blocking failures: [FailureFacts], report: String) {
        let critical = failures.filter { $0.importance == .critical }
        let (told, count) = (critical.prefix(3), critical.count)
        let others = count > told.count ? "; and \(count - told.count) more" : ""
        self.init(
            "expectation\(count == 1 ? "" : "s") not met: \(told.map(\.phrase).joined(separator: "; "))\(others)",
            code: Rule.expectationNotMet.code, hint: "\(critical[0].span) says so; the whole result is in \(report)")
    }
}

extension FailureFacts {
    /// `amount is at least 0.01: 2 of 9 rows (22.2 %), such as -1.0 (2×)`
    fileprivate var phrase: String {
        "\(sentence): \(observed)" + (samples.isEmpty ? "" : ", such as \(samples.prefix(3).joined(separator: ", "))")
    }
}
