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
            try validated(work, over: file, session)
        }
        try publish(result, of: work, context)
        let decision = result.decision(onFailure: work.action)
        for failure in decision.failures {
            context.log(
                .warning, "\(failure.sentence): \(failure.observed)",
                ["source": "\(failure.span)", "samples": failure.samples.joined(separator: ", ")])
        }
        var report: TaskReport
        switch decision {
        case .block(let failures):
            throw TaskFailure(blocking: failures, report: folder.relative(try lake.location(of: work.report)))
        case .setAside(let failures):
            report = try await splitOff(result, failures, from: file, work, session)
        case .pass, .warn:
            report = TaskReport()
            if work.action == .quarantine { try lake.withdraw(work.quarantinePath) }
            if staged != nil { report.bytes = try lake.publish(work.path, run: run.rawValue).bytes }
            report.rowsIn = try session.count("SELECT * FROM \(readParquet([try lake.location(of: work.path)]))")
            report.rowsOut = report.rowsIn
        }
        report.notes.insert(
            "\(result.outcomes.count - result.broken.count) of \(result.outcomes.count) expectations met", at: 0)
        if case .warn(let failures) = decision { report.notes += failures.map { "\($0.sentence): \($0.observed)" } }
        report.outputs.append(work.report)
        return report
    }

    /// Publishes the rows that break nothing, if they meet all that is critical, and keeps the others beside the lake's data.
    private func splitOff(
        _ result: ValidationResult, _ failures: [FailureFacts], from file: String, _ work: CheckWork,
        _ session: DuckDBSession
    ) async throws -> TaskReport {
        let kept = try lake.stage(work.keptPath, run: run.rawValue)
        let aside = try lake.stage(work.quarantinePath, run: run.rawValue)
        let (rows, again) = try await onOwnThread(named: "check", cancel: session.interrupt) {
            (
                try work.split(file, by: result, kept: kept, setAside: aside, session: session),
                try validated(work, over: kept, session)
            )
        }
        var report = TaskReport(
            rowsIn: try session.countRows(inParquet: file), rowsOut: rows.kept, rejected: rows.setAside,
            notes: ["\(rows.setAside) rows set aside: \(work.quarantinePath)"], outputs: [work.quarantinePath])
        try report.requireRowLaw()
        // First, so that no row is in neither place.
        try lake.publish(work.quarantinePath, run: run.rawValue)
        if let limit = work.limit, rows.share > limit {
            throw TaskFailure(tooMany: rows, failures, in: folder.relative(try lake.location(of: work.quarantinePath)))
        }
        if case .block(let left) = again.decision(onFailure: .block) {
            throw TaskFailure(blocking: left, report: folder.relative(try lake.location(of: work.report)))
        }
        try lake.completeStaged(kept, as: lake.stage(work.path, run: run.rawValue))
        report.bytes = try lake.publish(work.path, run: run.rawValue).bytes
        return report
    }

    /// What the suite finds in a file of the dataset, beside the others as they are published.
    func validated(_ work: CheckWork, over file: String, _ session: DuckDBSession) throws -> ValidationResult {
        let relation = readParquet([file])
        let plan = try work.plan(over: relation) { readParquet([try input($0)]) }
        return try evaluate(plan, from: relation, session: session)
    }

    private func publish(_ result: ValidationResult, of work: CheckWork, _ context: TaskContext) throws {
        let text = result.json(
            ValidationMeta(
                run: run.rawValue, time: context.startedAt.formatted(.iso8601), dataset: "\(work.dataset)",
                version: toolVersion)
        ).text(indented: true)
        try lake.stage(Array((text + "\n").utf8), as: work.report, run: run.rawValue)
        try lake.publish(work.report, run: run.rawValue)
    }
}

extension TaskFailure {
    /// - Parameter place: of the rows, for people.
    fileprivate init(tooMany rows: RowsSetAside, _ failures: [FailureFacts], in place: String) {
        self.init(
            "\(rows.setAside) of \(rows.kept + rows.setAside) rows do not meet what is expected, more than 'max' allows",
            code: Rule.expectationNotMet.code,
            hint: "the rows and their reasons are in \(place); \(failures[0].span) says what is expected")
    }

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
