import Configuration
import DuckDBEngine
import Engines
import Execution
import Expressions
import Kinds
import LakeStorage
import Planning
import Warehouse

extension TaskRunner {
    func load(_ work: LoadWork, _ task: PlannedTask, _ context: TaskContext) async throws -> TaskReport {
        guard let connection = plan.profile.connections[work.connection] else {
            throw TaskFailure("the profile has no connection named '\(work.connection)'", code: "EST2015")
        }
        var request = LoadRequest(
            work, fingerprint: fingerprint(of: task.id) ?? task.definitionFingerprint, run: run.rawValue, plan: plan,
            task: task.id, startedAt: context.startedAt)
        request.isForced = context.isForced
        let names = work.row.names.map { Identifier($0) }
        let source = try input(work.path, context)
        if let note = source.note { context.log(.warning, note, [:]) }
        let query: SQL = "SELECT \(names) FROM \(source.relation)"
        let session = try engine.session()
        let rowsIn = try session.count("SELECT * FROM \(source.relation)")
        let accept: @Sendable (LoadOutcome) throws -> Void = {
            try TaskReport(work, $0, rowsIn: rowsIn).requireRowLaw()
        }
        let outcome =
            switch connection.target {
            case .postgres(let url):
                try await load(
                    request, query, postgres: try PostgresURL(url.string), session, agreed: agreed?.loads[task.id],
                    accept: accept)
            case .duckdb(let path):
                try await load(
                    request, query, file: folder.absolute(path.string), as: Identifier(work.connection), session,
                    agreed: agreed?.loads[task.id], accept: accept)
            }
        for statement in outcome.statements { context.log(.debug, "statement", ["sql": statement.text]) }
        var report = TaskReport(work, outcome, rowsIn: outcome.alreadyLoaded ? outcome.rowsLoaded : rowsIn)
        report.notes = outcome.notes
        if let note = source.note { report.notes.append(note) }
        return outcome.alreadyLoaded ? .alreadyDone("the warehouse's ledger has this load", report) : report
    }

    private func load(
        _ request: LoadRequest, _ query: SQL, postgres url: PostgresURL, _ session: DuckDBSession, agreed: PlannedLoad?,
        accept: @escaping @Sendable (LoadOutcome) throws -> Void
    ) async throws -> LoadOutcome {
        let stop = Cancellation()
        return try await onOwnThread(
            named: "load",
            cancel: {
                session.interrupt()
                stop.cancel()
            }
        ) {
            let connection = try PostgresConnection(url)
            stop.set(connection.cancel)
            return try Warehouse.load(
                request, over: connection, agreed: agreed,
                batches: { consume in try session.stream(query) { try consume($0) } }, accept: accept)
        }
    }

    private func load(
        _ request: LoadRequest, _ query: SQL, file: String, as name: Identifier, _ session: DuckDBSession,
        agreed: PlannedLoad?,
        accept: @escaping @Sendable (LoadOutcome) throws -> Void
    ) async throws -> LoadOutcome {
        try await onOwnThread(named: "load", cancel: session.interrupt) {
            // Sessions share what is attached: each connection needs a name of its own.
            try withAttached(file, as: name, session) {
                try loadEmbedded(
                    request, query: query, session: session, attachedAs: name, agreed: agreed, accept: accept)
            }
        }
    }
}

extension TaskReport {
    /// - Parameter rowsIn: of the dataset, as its file says; what the outcome has is what was stored. A load takes all or
    ///   nothing.
    fileprivate init(_ work: LoadWork, _ outcome: LoadOutcome, rowsIn: Int) {
        self.init(
            rowsIn: rowsIn, rowsOut: outcome.rowsLoaded, rejected: 0, sent: outcome.bytesSent,
            outputs: [work.table.joined(separator: ".")])
    }
}

extension LoadOutcome {
    fileprivate var notes: [String] {
        if let partitions, let rowsDeleted {
            return partitions == 0
                ? ["no rows, so no partition was replaced"]
                : ["partitions replaced: \(partitions), with \(rowsDeleted) rows before"]
        }
        guard let inserted = rowsInserted, let updated = rowsUpdated else { return [] }
        return ["\(inserted) inserted, \(updated) updated" + (rowsClosed.map { ", \($0) closed" } ?? "")]
    }
}
