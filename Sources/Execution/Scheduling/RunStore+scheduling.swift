package import Foundation
import GRDB

extension RunStore {
    /// What the scheduler of a target has decided and not ended.
    package func schedulingMemory(target: String) throws -> SchedulingMemory {
        try database.read { database in
            var memory = SchedulingMemory()
            let looks = try Row.fetchAll(
                database, sql: "SELECT pipeline, looked_until FROM schedules WHERE target = ?", arguments: [target])
            for row in looks { memory.lookedUntil[row["pipeline"]] = row["looked_until"] }
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT * FROM intervals WHERE target = ? AND state IN ('planned', 'started')",
                arguments: [target])
            for row in rows {
                let key = ScheduledRun.Key(pipeline: row["pipeline"], due: row["due_at"])
                let interval = RunInterval(start: row["interval_start"], end: row["interval_end"])
                memory.open[key] = ScheduledRun(key, interval, run: (row["run"] as String?).map { RunID($0) })
            }
            return memory
        }
    }

    /// Writes decisions down, all or nothing.
    package func record(_ decisions: [SchedulingDecision], target: String, at now: Date) async throws {
        guard !decisions.isEmpty else { return }
        try await write { database in
            for decision in decisions { try Self.writeDown(decision, target, now, in: database) }
        }
    }

    private static func writeDown(
        _ decision: SchedulingDecision, _ target: String, _ now: Date, in database: Database
    ) throws {
        switch decision {
        case .looked(let pipeline, let until):
            try database.execute(literal: "INSERT OR REPLACE INTO schedules VALUES (\(pipeline), \(target), \(until))")
        case .plan(let run): try insertInterval(run, "planned", target, now, in: database)
        case .start(let run): try insertInterval(run, "started", target, now, in: database)
        case .skip(let key, let through, let count, let reason):
            try database.execute(
                literal: """
                    INSERT OR REPLACE INTO intervals VALUES (\(key.pipeline), \(target), \(key.due), \(through), \(count),
                        NULL, NULL, 'skipped', NULL, \(reason.rawValue), \(now))
                    """)
        case .end(let key):
            try database.execute(
                literal: """
                    UPDATE intervals SET state = 'done', decided_at = \(now)
                    WHERE pipeline = \(key.pipeline) AND target = \(target) AND due_at = \(key.due)
                    """)
        }
    }

    private static func insertInterval(
        _ run: ScheduledRun, _ state: String, _ target: String, _ now: Date, in database: Database
    ) throws {
        try database.execute(
            literal: """
                INSERT OR REPLACE INTO intervals VALUES (\(run.key.pipeline), \(target), \(run.key.due), \(run.key.due), 1,
                    \(run.interval.start), \(run.interval.end), \(state), \(run.run?.rawValue), NULL, \(now))
                """)
    }

    // MARK: One scheduler of a target

    /// Makes this process the scheduler of a target. Throws `RunRefusal` where a living process is.
    package func takeSchedule(target: String, at now: Date) async throws {
        let process = process
        try await write { database in
            let row = try Row.fetchOne(database, sql: "SELECT * FROM schedulers WHERE target = ?", arguments: [target])
            if let row {
                let holder = ProcessIdentity(row: row)
                let isSilent = now.elapsed(since: row["heartbeat_at"]) >= RunStore.patience
                if holder.isAlive(seenFrom: process) ?? !isSilent {
                    throw RunRefusal.alreadyScheduling(target: target, process: holder, since: row["acquired_at"])
                }
            }
            try database.execute(
                literal: """
                    INSERT OR REPLACE INTO schedulers VALUES (\(target), \(process.pid), \(process.host), \(process.boot),
                        \(process.start), \(now), \(now))
                    """)
        }
    }

    /// A sign of life.
    package func renewSchedule(target: String, at now: Date) async throws {
        try await write {
            try $0.execute(literal: "UPDATE schedulers SET heartbeat_at = \(now) WHERE target = \(target)")
        }
    }

    package func leaveSchedule(target: String) async throws {
        try await write { try $0.execute(literal: "DELETE FROM schedulers WHERE target = \(target)") }
    }
}
