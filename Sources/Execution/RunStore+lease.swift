package import Foundation
import GRDB

/// The right to run a pipeline into a target, and who has it.
struct Lease: Sendable, Hashable {
    var run: RunID
    /// The scope of what the run writes.
    var lane: String
    var process: ProcessIdentity
    var acquiredAt: Date
    var heartbeatAt: Date

    /// A process of this machine is asked for; one of another machine is believed while it gives signs of life.
    func isHeld(at now: Date, seenFrom observer: ProcessIdentity) -> Bool {
        process.isAlive(seenFrom: observer) ?? (now.elapsed(since: heartbeatAt) < RunStore.patience)
    }
}

extension Lease: FetchableRecord {
    init(row: Row) {
        run = RunID(row["run"])
        lane = row["lane"]
        process = ProcessIdentity(row: row)
        acquiredAt = row["acquired_at"]
        heartbeatAt = row["heartbeat_at"]
    }
}

extension ProcessIdentity {
    init(row: Row) {
        self.init(pid: row["pid"], host: row["host"], boot: row["boot"], start: row["process_start"])
    }
}

extension RunStore {
    /// Takes the lease and opens the run, new or resumed, in one transaction. Throws `RunRefusal`.
    ///
    /// A lease left by a dead process is taken over, and that process's run is recorded as interrupted. This process may
    /// have several of a pipeline and target, each in its lane; another process that has one keeps this one out.
    package func begin(_ options: RunOptions, tasks: [TaskFacts], at now: Date) async throws -> RunStart {
        let process = process
        return try await write { database in
            try Self.clearLeases(options, seenFrom: process, at: now, in: database)
            let (run, session) = try Self.openRun(options, at: now, in: database)
            // Of an earlier session that was killed.
            try database.execute(literal: "DELETE FROM pool_uses WHERE run = \(run.rawValue)")
            try database.execute(
                literal: """
                    INSERT INTO leases VALUES (\(options.pipeline), \(options.target), \(options.scope),
                        \(run.rawValue), \(process.pid), \(process.host), \(process.boot), \(process.start), \(now),
                        \(now))
                    """
            )
            return RunStart(
                run: run,
                pipeline: options.pipeline,
                target: options.target,
                session: session,
                tasks: tasks
            )
        }
    }

    /// A sign of life.
    func renewLease(of run: RunID, at now: Date) async throws {
        try await write {
            try $0.execute(literal: "UPDATE leases SET heartbeat_at = \(now) WHERE run = \(run.rawValue)")
        }
    }

    /// Gives the run up as interrupted: for a run whose shell failed.
    func abandon(_ run: RunID, at now: Date) async throws {
        try await write { try Self.interrupt(run, at: now, in: $0) }
    }

    private static func clearLeases(
        _ options: RunOptions,
        seenFrom process: ProcessIdentity,
        at now: Date,
        in database: Database
    ) throws {
        let leases = try Lease.fetchAll(
            database,
            sql: "SELECT * FROM leases WHERE pipeline = ? AND target = ?",
            arguments: [options.pipeline, options.target]
        )
        for lease in leases {
            guard lease.isHeld(at: now, seenFrom: process) else {
                try interrupt(lease.run, at: lease.heartbeatAt, in: database)
                continue
            }
            guard lease.process != process || lease.lane == options.scope else { continue }
            throw RunRefusal.alreadyRunning(
                lease.run,
                pipeline: options.pipeline,
                target: options.target,
                process: lease.process,
                since: lease.acquiredAt
            )
        }
    }

    /// Records the end of a run that nobody works on any more.
    private static func interrupt(_ run: RunID, at end: Date, in database: Database) throws {
        let name = run.rawValue
        try database.execute(
            literal:
                "UPDATE runs SET state = 'interrupted', finished_at = \(end) WHERE id = \(name) AND state = 'running'"
        )
        try database.execute(
            literal: """
                UPDATE tasks SET state = 'interrupted'
                WHERE run = \(name) AND state IN ('waiting', 'running', 'retrying', 'watching', 'mapped')
                """
        )
        try database.execute(
            literal: """
                UPDATE attempts SET state = 'interrupted', finished_at = \(end)
                WHERE run = \(name) AND state = 'running'
                """
        )
        try database.execute(literal: "DELETE FROM leases WHERE run = \(name)")
        try database.execute(literal: "DELETE FROM pool_uses WHERE run = \(name)")
    }

    private static func openRun(
        _ options: RunOptions,
        at now: Date,
        in database: Database
    ) throws -> (RunID, session: Int) {
        guard let resume = options.resume else {
            var random = SystemRandomNumberGenerator()
            let run = options.newRun ?? RunID(startedAt: now, using: &random)
            let arguments = try json(options.arguments)
            let parameters = try json(options.parameters)
            try database.execute(
                literal: """
                    INSERT INTO runs (id, pipeline, target, scope, state, session, started_at, arguments, interval_start,
                        interval_end, is_whole, parameters)
                    VALUES (\(run.rawValue), \(options.pipeline), \(options.target), \(options.scope), 'running', 1, \(now),
                        \(arguments), \(options.interval?.start), \(options.interval?.end), \(options.isWhole), \(parameters))
                    """
            )
            return (run, 1)
        }
        let record = try resumed(resume, options, in: database)
        try database.execute(
            literal: """
                UPDATE runs SET state = 'running', finished_at = NULL, session = session + 1, is_whole = \(options.isWhole)
                WHERE id = \(record.id.rawValue)
                """
        )
        return (record.id, record.session + 1)
    }

    private static func resumed(
        _ resume: RunOptions.Resume,
        _ options: RunOptions,
        in database: Database
    ) throws -> (id: RunID, session: Int) {
        switch resume {
        case .last:
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT id, session FROM runs WHERE pipeline = ? AND target = ?
                    ORDER BY started_at DESC, rowid DESC LIMIT 1
                    """,
                arguments: [options.pipeline, options.target]
            )
            guard let row else {
                throw RunRefusal.nothingToResume(pipeline: options.pipeline, target: options.target)
            }
            return (RunID(row["id"]), row["session"])
        case .run(let run):
            let row = try Row.fetchOne(
                database,
                sql: "SELECT pipeline, target, session FROM runs WHERE id = ?",
                arguments: [run.rawValue]
            )
            guard let row else { throw RunRefusal.unknownRun(run) }
            guard row["pipeline"] == options.pipeline, row["target"] == options.target else {
                throw RunRefusal.belongsElsewhere(run, pipeline: row["pipeline"], target: row["target"])
            }
            return (run, row["session"])
        }
    }
}
