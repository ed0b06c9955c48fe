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
    func transform(_ work: TransformWork, _ context: TaskContext) async throws -> TaskReport {
        let inputs = try inputs(of: work, context)
        let lowering = lowering(reading: inputs.mapValues(\.relation), startedAt: context.startedAt)
        let query = lowering.query(work.relation)
        let session = try engine.session()
        let staged = try lake.stage(work.output.path, run: run.rawValue)
        let statement = copyToParquet(query: query, path: staged, options: ParquetOptions(work.output.parquet))
        context.log(.debug, "statement", ["sql": statement.text])
        let counts = try await onOwnThread(named: "transform", cancel: session.interrupt) {
            try session.execute(statement)
            let rowsOut = try session.countRows(inParquet: staged)
            return try RowCounts(of: work.relation, rowsOut: rowsOut, lowering: lowering, session: session)
        }
        var report = TaskReport(
            rowsIn: counts.rowsIn, rowsOut: counts.rowsOut, filtered: counts.filtered,
            deduplicated: counts.deduplicated, notes: notes(on: inputs, context), outputs: [work.output.path])
        try report.requireRowLaw()
        report.bytes = try publishUnlessChecked(work.output)
        return report
    }

    private func inputs(of work: TransformWork, _ context: TaskContext) throws -> [DatasetName: TaskInput] {
        var inputs: [DatasetName: TaskInput] = [:]
        for (dataset, path) in work.inputs.sorted(by: { $0.key < $1.key }) {
            inputs[dataset] = try input(path, context)
        }
        return inputs
    }

    /// What stands for inputs that were not made, told in the log and by the report.
    private func notes(on inputs: [DatasetName: TaskInput], _ context: TaskContext) -> [String] {
        let notes = inputs.sorted { $0.key < $1.key }.compactMap(\.value.note)
        for note in notes { context.log(.warning, note, [:]) }
        return notes
    }

    func lowering(for work: TransformWork, startedAt: Date) throws -> RelationLowering {
        var sources: [DatasetName: SQL] = [:]
        for (dataset, path) in work.inputs.sorted(by: { $0.key < $1.key }) {
            sources[dataset] = readParquet([try input(path)])
        }
        return lowering(reading: sources, startedAt: startedAt)
    }

    private func lowering(reading sources: [DatasetName: SQL], startedAt: Date) -> RelationLowering {
        RelationLowering(dialect: .duckdb, constants: ["run.started_at": .timestamp(startedAt.microseconds)]) {
            [sources] in
            sources[$0] ?? "\(Identifier($0.zone, $0.name))"
        }
    }

    /// The bytes published; nil where a check will publish.
    func publishUnlessChecked(_ output: LakeOutput) throws -> Int? {
        output.isChecked ? nil : try lake.publish(output.path, run: run.rawValue).bytes
    }
}

/// Where the rows of a transform went.
private struct RowCounts: Sendable {
    var rowsIn: Int
    var rowsOut: Int
    var filtered: Int?
    var deduplicated: Int?

    init(of relation: Relation, rowsOut: Int, lowering: RelationLowering, session: DuckDBSession) throws {
        self.rowsOut = rowsOut
        rowsIn = 0
        for dataset in relation.datasets {
            // Answered from the footer of the file.
            rowsIn += try session.count(lowering.query(.dataset(dataset, RowType([]))))
        }
        guard let account = relation.rowAccount else { return }
        let passing = try session.count(lowering.query(account.passing))
        filtered = rowsIn - passing
        deduplicated = passing - rowsOut
    }
}

extension DuckDBSession {
    func count(_ query: SQL) throws -> Int {
        let rows = try rows("SELECT count(*) FROM (\(query))")
        guard case .integer(let count)? = rows.first?.first else { return 0 }
        return Int(count)
    }
}

extension DuckDBSession {
    /// From the file's footer: what is in it, whatever was meant to be.
    func countRows(inParquet path: String) throws -> Int { try count("SELECT * FROM \(readParquet([path]))") }
}

extension TaskReport {
    /// Throws where rows were lost or doubled. Asked before anything is published, where that is possible.
    func requireRowLaw() throws {
        guard alreadyDone == nil, let broken = brokenRowLaw else { return }
        throw TaskFailure(
            broken, code: Rule.rowsUnaccounted.code,
            hint: "nothing is published; if no file changed while it was read, run again, and report it if it stays")
    }
}

extension ParquetOptions {
    init(_ settings: ParquetSettings) {
        self.init(
            compression: Compression(rawValue: settings.compression) ?? .snappy, compressionLevel: settings.level,
            rowGroupSize: settings.rowGroup, dictionarySizeLimit: settings.usesDictionary ? nil : 0)
    }
}
