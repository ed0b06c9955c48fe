import DuckDBEngine
import Engines
import Execution
import Expressions
import Kinds
import LakeStorage
import Planning
import Reporting

/// A source whose every file is a task: each is read to a part of its own in the staging of the run, where a resumed
/// run finds it, and the parts become the one file of the dataset.
extension TaskRunner {
    func ingestMapped(_ work: IngestWork, _ facts: TaskFacts, _ context: TaskContext) async throws -> TaskReport {
        switch (context.phase, facts.member) {
        case (.gather(let reports), _): try await gather(work, facts, reports, context)
        case (.work, let member?): try await read(member.key, of: work, context)
        case (.work, nil): .found(foundMembers(of: work))
        }
    }

    private func foundMembers(of work: IngestWork) -> [TaskMember] {
        fileFacts(matching: work.path, in: folder).map { file in
            TaskMember(key: file.path, fingerprint: memberFingerprint(file, of: work))
        }
    }

    private func memberFingerprint(_ file: FileFact, of work: IngestWork) -> String {
        Planning.fingerprint([
            "\(work.format) \(work.row) \(work.badRows)", file.path, "\(file.bytes)", "\(file.modified)",
        ])
    }

    func isPartThere(_ key: String, of work: IngestWork) -> Bool {
        lake.isStaged(partPath(key, of: work), run: run.rawValue)
    }

    private func read(_ key: String, of work: IngestWork, _ context: TaskContext) async throws -> TaskReport {
        let session = try engine.session()
        let part = try lake.stage(partPath(key, of: work), run: run.rawValue)
        let quarantine = partPath(key, of: work, "csv")
        let rejected = try lake.stage(quarantine, run: run.rawValue)
        let file = folder.absolute(key)
        let read = try await onOwnThread(named: "ingest", cancel: session.interrupt) {
            let half = part + ".writing"
            let reading = try FileReading(work, files: [file], session: session)
            context.log(.debug, "statement", ["sql": reading.statement(to: half).text])
            let outcome = try reading.run(to: half, rejected: rejected)
            try lake.completeStaged(half, as: part)
            return outcome
        }
        return TaskReport(rowsIn: read.read, rowsOut: read.written, rejected: read.rejected)
    }

    private func gather(
        _ work: IngestWork, _ facts: TaskFacts, _ reports: [TaskReport], _ context: TaskContext
    ) async throws -> TaskReport {
        let keys = fileFacts(matching: work.path, in: folder).map(\.path)
        let parts = try keys.compactMap { try lake.staged(partPath($0, of: work), run: run.rawValue) }
        guard parts.count == reports.count else {
            throw TaskFailure(
                "the files of '\(work.path)' changed while they were read: \(reports.count) then, \(parts.count) now",
                code: Rule.planDataChanged.code, hint: "run again; 'wait: {unchanged_for: 30s}' waits until they rest")
        }
        let rejects = try keys.compactMap { try lake.staged(partPath($0, of: work, "csv"), run: run.rawValue) }
        let session = try engine.session()
        let staged = try lake.stage(work.output.path, run: run.rawValue)
        let quarantine = try lake.stage(work.quarantinePath, run: run.rawValue)
        let query: SQL = parts.isEmpty ? emptyRelation(work.row) : "SELECT * FROM \(readParquet(parts))"
        let written = try await onOwnThread(named: "ingest", cancel: session.interrupt) {
            try session.execute(copyToParquet(query: query, path: staged, options: ParquetOptions(work.output.parquet)))
            let written = try session.countRows(inParquet: staged)
            guard !rejects.isEmpty else { return written }
            let files = rejects.map { "\(literal: $0)" as SQL }.joined(separator: ", ")
            try session.execute(
                "COPY (SELECT * FROM read_csv([\(files)], all_varchar = true)) TO \(literal: quarantine) (FORMAT csv, HEADER)"
            )
            return written
        }
        let rejected = total(reports, \.rejected)
        var report = TaskReport(
            rowsIn: total(reports, \.rowsIn), rowsOut: written, rejected: rejected,
            notes: [reports.count == 1 ? "1 file" : "\(reports.count) files"], outputs: [work.output.path])
        try report.requireRowLaw()
        if !rejects.isEmpty {
            try lake.publish(work.quarantinePath, run: run.rawValue)
            report.notes.append("\(rejected) rows set aside: \(work.quarantinePath)")
            report.outputs.append(work.quarantinePath)
        } else {
            try lake.withdraw(work.quarantinePath)
        }
        try checkLimit(work, FileReading.Outcome(read: total(reports, \.rowsIn), written: written, rejected: rejected))
        report.bytes = try publishUnlessChecked(work.output)
        return report
    }

    private func total(_ reports: [TaskReport], _ count: KeyPath<TaskReport, Int?>) -> Int {
        reports.compactMap { $0[keyPath: count] }.reduce(0, +)
    }

    private func partPath(_ key: String, of work: IngestWork, _ kind: String = "parquet") -> String {
        "\(work.output.path).parts/\(Planning.fingerprint([key]).prefix(16)).\(kind)"
    }
}

/// A query with the columns of a row and nothing in it.
func emptyRelation(_ row: RowType) -> SQL {
    let columns = row.columns.map { "CAST(NULL AS \(sqlType($0.type))) AS \(Identifier($0.name))" as SQL }
    return "SELECT \(columns.joined(separator: ", ")) WHERE false"
}
