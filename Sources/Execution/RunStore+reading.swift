package import Foundation
import GRDB

/// A run as the store tells of it.
package struct RunRecord: Sendable, Hashable {
    package var id: RunID
    package var pipeline: String
    package var target: String
    package var scope: String
    /// `running`, `succeeded`, `failed`, `interrupted`. A run whose process is gone is interrupted.
    package var state: StateName
    /// Starts of this run: 1, and one for each resume.
    package var session: Int
    package var startedAt: Date
    package var finishedAt: Date?
    package var arguments: [String: String]
    /// What the parameters were, defaults included; nil of runs that did not keep them.
    package var parameters: [String: String]?
    /// Number of tasks in each state, by `TaskState.name`.
    package var counts: [StateName: Int]
    /// Nil where nobody measured.
    package var usage: RunUsage?
}

/// A task of a run as the store tells of it.
package struct TaskRecord: Sendable, Hashable {
    package var task: TaskID
    package var group: String
    package var title: String
    /// `TaskState.name`.
    package var state: StateName
    package var attempts: Int
    package var startedAt: Date?
    package var duration: Duration?
    package var report: TaskReport?
    package var failure: TaskFailure?
    /// Of a skip, or of nothing to do; of a sensor that waits, what it saw.
    package var reason: String?
    /// `TaskFacts.decision`.
    package var decision: String?
}

/// One attempt of a task as the store tells of it.
package struct AttemptRecord: Sendable, Hashable {
    package var session: Int
    package var task: TaskID
    package var attempt: Int
    /// `running`, `succeeded`, `up_to_date`, `failed`, `interrupted`.
    package var state: StateName
    package var startedAt: Date
    package var finishedAt: Date?
    package var failure: TaskFailure?
}

extension RunStore {
    /// Latest first.
    package func runs(pipeline: String? = nil, limit: Int = 20, now: Date = Date()) throws -> [RunRecord] {
        try database.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT * FROM runs WHERE ?1 IS NULL OR pipeline = ?1
                    ORDER BY started_at DESC, rowid DESC LIMIT ?2
                    """,
                arguments: [pipeline, limit]
            )
            return try rows.map { try record($0, now: now, in: database) }
        }
    }

    package func run(_ id: RunID, now: Date = Date()) throws -> RunRecord? {
        try database.read { database in
            let row = try Row.fetchOne(database, sql: "SELECT * FROM runs WHERE id = ?", arguments: [id.rawValue])
            return try row.map { try record($0, now: now, in: database) }
        }
    }

    /// The one that `--resume last` would continue.
    package func latestRun(pipeline: String, target: String, now: Date = Date()) throws -> RunRecord? {
        try database.read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT * FROM runs WHERE pipeline = ? AND target = ?
                    ORDER BY started_at DESC, rowid DESC LIMIT 1
                    """,
                arguments: [pipeline, target]
            )
            return try row.map { try record($0, now: now, in: database) }
        }
    }

    /// What was at work in a process that is gone is interrupted.
    package func tasks(of run: RunID, now: Date = Date()) throws -> [TaskRecord] {
        try database.read { database in
            let isAtWork = try isHeld(run, now: now, in: database)
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT * FROM tasks WHERE run = ? ORDER BY position, task",
                arguments: [run.rawValue]
            )
            return try rows.map { row in
                TaskRecord(
                    task: TaskID(row["task"]),
                    group: row["stage"],
                    title: row["title"],
                    state: isAtWork ? row["state"] : (row["state"] as StateName).withoutProcess,
                    attempts: row["attempts"],
                    startedAt: row["started_at"],
                    duration: (row["duration_ms"] as Int?).map { .milliseconds($0) },
                    report: try (row["report"] as String?).map(Self.value),
                    failure: try (row["failure"] as String?).map(Self.value),
                    reason: row["reason"],
                    decision: row["decision"]
                )
            }
        }
    }

    package func attempts(of run: RunID) throws -> [AttemptRecord] {
        try database.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: "SELECT * FROM attempts WHERE run = ? ORDER BY session, started_at, task, attempt",
                arguments: [run.rawValue]
            )
            return try rows.map { row in
                AttemptRecord(
                    session: row["session"],
                    task: TaskID(row["task"]),
                    attempt: row["attempt"],
                    state: row["state"],
                    startedAt: row["started_at"],
                    finishedAt: row["finished_at"],
                    failure: try (row["failure"] as String?).map(Self.value)
                )
            }
        }
    }

    /// The latest run of a pipeline and target in which the task took part.
    package func latestRun(with task: TaskID, pipeline: String, target: String, now: Date = Date()) throws -> RunRecord?
    {
        try database.read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT runs.* FROM runs JOIN tasks ON tasks.run = runs.id
                    WHERE pipeline = ? AND target = ? AND task = ? ORDER BY runs.started_at DESC, runs.rowid DESC LIMIT 1
                    """,
                arguments: [pipeline, target, task.rawValue]
            )
            return try row.map { try record($0, now: now, in: database) }
        }
    }

    /// What a sensor saw last, and since when it sees that.
    package func lastSeen(by task: TaskID, in run: RunID) throws -> (seen: String, since: Date)? {
        try database.read { database in
            let row = try Row.fetchOne(
                database,
                sql: """
                    SELECT detail, at FROM events WHERE run = ? AND task = ? AND kind = 'task_waits'
                    ORDER BY number DESC LIMIT 1
                    """,
                arguments: [run.rawValue, task.rawValue]
            )
            return row.map { ($0["detail"], $0["at"]) }
        }
    }

    private func record(_ row: Row, now: Date, in database: Database) throws -> RunRecord {
        let id = RunID(row["id"])
        let counts = try Row.fetchAll(
            database,
            sql: "SELECT state, count(*) AS n FROM tasks WHERE run = ? GROUP BY state",
            arguments: [id.rawValue]
        )
        var state: StateName = row["state"]
        if state == .running, try !isHeld(id, now: now, in: database) { state = .interrupted }
        return RunRecord(
            id: id,
            pipeline: row["pipeline"],
            target: row["target"],
            scope: row["scope"],
            state: state,
            session: row["session"],
            startedAt: row["started_at"],
            finishedAt: row["finished_at"],
            arguments: try Self.value(row["arguments"]),
            parameters: try (row["parameters"] as String?).map(Self.value),
            counts: Dictionary(uniqueKeysWithValues: counts.map { ($0["state"], $0["n"]) }),
            usage: RunUsage(row: row)
        )
    }

    func isHeld(_ run: RunID, now: Date, in database: Database) throws -> Bool {
        let lease = try Lease.fetchOne(
            database,
            sql: "SELECT * FROM leases WHERE run = ?",
            arguments: [run.rawValue]
        )
        return lease?.isHeld(at: now, seenFrom: process) == true
    }
}
