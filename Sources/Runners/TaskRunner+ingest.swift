import Algebra
import DuckDBEngine
import Engines
import Execution
import Expressions
import Foundation
import Kinds
import LakeStorage
import Planning
import Reporting

extension TaskRunner {
    /// Files to one Parquet file of the lake, typed as the schema says; rows that do not fit go as the policy says.
    func ingest(_ work: IngestWork, _ context: TaskContext) async throws -> TaskReport {
        let files = filePaths(matching: work.path, in: folder)
        guard !files.isEmpty else {
            if work.skipsWhenMissing { return .nothingToDo("no file matches '\(work.path)'") }
            throw missingFiles(work)
        }
        try requireHeldFiles(work, of: context.task)
        let session = try engine.session()
        let staged = try lake.stage(work.output.path, run: run.rawValue)
        let quarantine = work.quarantinePath
        let rejected = try lake.stage(quarantine, run: run.rawValue)
        let read = try await onOwnThread(named: "ingest", cancel: session.interrupt) {
            let reading = try FileReading(work, files: files, session: session)
            context.log(.debug, "statement", ["sql": reading.statement(to: staged).text])
            return try reading.run(to: staged, rejected: rejected)
        }
        // What changed while it was read may have been read in part.
        try requireHeldFiles(work, of: context.task)
        var report = TaskReport(
            rowsIn: read.read, rowsOut: read.written, rejected: read.rejected, outputs: [work.output.path])
        try report.requireRowLaw()
        if read.rejected > 0 {
            try lake.publish(quarantine, run: run.rawValue)
            report.notes = ["\(read.rejected) rows set aside: \(quarantine)"]
            report.outputs.append(quarantine)
        } else {
            // What an earlier run of the same path set aside is in the dataset now.
            try lake.withdraw(quarantine)
        }
        try checkLimit(work, read)
        report.bytes = try publishUnlessChecked(work.output)
        return report
    }

    /// In a run of a saved plan, the files are those that were checked.
    private func requireHeldFiles(_ work: IngestWork, of task: TaskID) throws {
        guard agreed != nil, let checked = plan.files[task.rawValue],
            checked != fileFacts(matching: work.path, in: folder)
        else { return }
        throw TaskFailure(
            "a file of '\(work.path)' has changed since the plan was checked", code: Rule.planDataChanged.code,
            hint: "plan again and look at it")
    }

    private func missingFiles(_ work: IngestWork) -> TaskFailure {
        TaskFailure(
            "no file matches '\(work.path)'", code: Rule.missingFile.code,
            hint: "make the file, or choose the day with '--param date=…'", isRetryable: true)
    }

    func checkLimit(_ work: IngestWork, _ read: FileReading.Outcome) throws {
        guard let limit = work.badRows.limit, read.rejected > 0 else { return }
        let share = Double(read.rejected) / Double(read.rejected + read.written)
        guard share > limit else { return }
        throw TaskFailure(
            "\(read.rejected) of \(read.rejected + read.written) rows do not fit the schema, more than 'max' allows",
            code: Rule.tooManyBadRows.code, hint: "the rows and their reasons are in \(work.quarantinePath)")
    }
}

extension IngestWork {
    /// Rejected rows lie under `quarantine/` at the dataset's own path, as CSV.
    var quarantinePath: String {
        let stem = output.path.hasSuffix(".parquet") ? String(output.path.dropLast(".parquet".count)) : output.path
        return "quarantine/\(stem).csv"
    }
}
