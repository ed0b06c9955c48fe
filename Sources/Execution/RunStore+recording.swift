import Foundation
import GRDB

/// The run that events belong to, as the store needs it.
struct RecordedRun: Sendable {
    let start: RunStart
    let scope: String
    var fingerprints: [TaskID: String]
    private(set) var notes: [TaskID: String]
    /// Of each mapped task, where its members stand in the order of the run.
    private(set) var places: [TaskID: Int] = [:]
    /// So far.
    private var taskCount: Int

    init(_ start: RunStart, scope: String) {
        self.start = start
        self.scope = scope
        fingerprints = Dictionary(
            uniqueKeysWithValues: start.tasks.compactMap { task in task.fingerprint.map { (task.id, $0) } }
        )
        notes = Dictionary(uniqueKeysWithValues: start.tasks.map { ($0.id, $0.fingerprintNote) })
        taskCount = start.tasks.count
    }

    /// The same with what these events need alone: who holds the whole of it keeps its owner from changing it in place.
    func part(for events: [RunEvent]) -> RecordedRun {
        var part = self
        (part.fingerprints, part.notes) = ([:], [:])
        for case .taskFinished(let result) in events {
            part.fingerprints[result.task] = fingerprints[result.task]
            part.notes[result.task] = notes[result.task]
        }
        return part
    }

    /// Members that a mapped task has found.
    mutating func add(_ members: [TaskFacts], of task: TaskID) {
        places[task] = taskCount
        for member in members {
            if let fingerprint = member.fingerprint { fingerprints[member.id] = fingerprint }
            notes[member.id] = member.fingerprintNote
        }
        taskCount += members.count
    }
}

extension RunStore {
    /// Writes what happened, all or nothing. Progress and log lines are not kept here.
    func record(_ events: [RunEvent], of run: RecordedRun, at now: Date) async throws {
        guard !events.isEmpty else { return }
        try await write { database in
            let recording = Recording(run: run, now: now.databaseValue, database: database)
            for event in events { try recording.record(event) }
        }
    }
}

/// One transaction's view of the run being recorded.
private struct Recording {
    let run: RecordedRun
    /// Spelled once for all of them.
    let now: DatabaseValue
    let database: Database

    private var name: String { run.start.run.rawValue }

    func record(_ event: RunEvent) throws {
        switch event {
        case .runStarted(let start): try started(start)
        case .taskStarted(let task, let attempt): try taskStarted(task, attempt)
        case .attemptFailed(let task, let attempt, let failure, let wait):
            try attemptFailed(task, attempt, failure, retryIn: wait)
        case .taskWaits(let task, let seen, let isNew, let nextLook):
            try waits(task, seen, isNew: isNew, nextLook)
        case .taskExpanded(let task, let members): try expanded(task, members)
        case .deadlineMissed(let task, let limit):
            try note("deadline_missed", task, detail: "not done after \(limit.text)")
        case .taskFinished(let result): try finished(result)
        case .interruptRequested: try note("interrupt_requested")
        case .runFinished(let outcome): try finished(outcome)
        case .taskProgressed, .taskLogged: break
        }
    }

    private func started(_ start: RunStart) throws {
        // Members of an earlier session that are no longer found would look as if they still waited.
        try execute("DELETE FROM tasks WHERE run = ? AND instr(task, '[') > 0", [name])
        try insert(start.tasks, from: 0)
        try note("run_started", detail: "session \(start.session)")
    }

    private func expanded(_ task: TaskID, _ members: [TaskFacts]) throws {
        try insert(members, from: run.places[task, default: 0])
        try note("task_expanded", task, detail: "\(members.count) items")
    }

    private func insert(_ tasks: [TaskFacts], from first: Int) throws {
        let insert = try database.cachedStatement(
            sql: """
                INSERT INTO tasks (run, task, position, stage, title, state, fingerprint, decision, attempts)
                VALUES (?, ?, ?, ?, ?, 'waiting', ?, ?, 0)
                ON CONFLICT DO UPDATE SET position = excluded.position, stage = excluded.stage, title = excluded.title,
                    state = 'waiting', fingerprint = excluded.fingerprint, decision = excluded.decision, attempts = 0,
                    started_at = NULL, duration_ms = NULL, report = NULL, failure = NULL, reason = NULL
                """
        )
        for (position, task) in tasks.enumerated() {
            try insert.execute(arguments: [
                name, task.id.rawValue, first + position, task.group, task.title, task.fingerprint, task.decision,
            ])
        }
    }

    /// The next look is part of the reason, so that whoever asks the store sees it.
    private func waits(_ task: TaskID, _ seen: String, isNew: Bool, _ nextLook: Date) throws {
        try execute(
            "UPDATE tasks SET state = 'watching', reason = ? WHERE run = ? AND task = ?",
            ["\(seen); next look at \(nextLook.formatted(.iso8601))", name, task.rawValue])
        if isNew { try note("task_waits", task, detail: seen) }
    }

    private func taskStarted(_ task: TaskID, _ attempt: Int) throws {
        try RunStore.forget(task, scope: run.scope, in: database)
        try execute(
            """
            UPDATE tasks SET state = 'running', attempts = ?, started_at = coalesce(started_at, ?), reason = NULL
            WHERE run = ? AND task = ?
            """,
            [attempt, now, name, task.rawValue])
        try execute(
            """
            INSERT INTO attempts (run, session, task, attempt, state, started_at) VALUES (?, ?, ?, ?, 'running', ?)
            """,
            [name, run.start.session, task.rawValue, attempt, now])
        try note("task_started", task, detail: "attempt \(attempt)")
    }

    private func attemptFailed(
        _ task: TaskID,
        _ attempt: Int,
        _ failure: TaskFailure,
        retryIn wait: Duration
    ) throws {
        try endAttempt(task, attempt, .failed, failure)
        let next = (Date.fromDatabaseValue(now) ?? Date()).addingTimeInterval(wait / .seconds(1))  // it was made of one
        try execute(
            "UPDATE tasks SET state = 'retrying', reason = ? WHERE run = ? AND task = ?",
            ["\(failure.message); next attempt at \(next.formatted(.iso8601))", name, task.rawValue])
        try note("attempt_failed", task, detail: "attempt \(attempt), next in \(wait.text): \(failure.message)")
    }

    private func finished(_ result: TaskResult) throws {
        let state = result.state
        var failure: TaskFailure?
        var reason: String?
        switch state {
        case .failed(let found): failure = found
        case .skipped(let found): reason = "\(found)"
        case .upToDate(_, let found): reason = found
        default: break
        }
        if result.attempts > 0 { try endAttempt(result.task, result.attempts, state.name, failure) }
        let report = try state.report.map(RunStore.json)
        try execute(
            """
            UPDATE tasks SET state = ?, attempts = ?, duration_ms = ?, report = ?, failure = ?, reason = ?
            WHERE run = ? AND task = ?
            """,
            [
                state.name, result.attempts, Int(result.duration / .milliseconds(1)), report,
                try failure.map(Self.json),
                reason, name, result.task.rawValue,
            ])
        try note("task_finished", result.task, detail: state.name.rawValue)
        if result.attempts > 0, let report, let fingerprint = run.fingerprints[result.task] {
            try RunStore.remember(
                result.task,
                fingerprint: fingerprint,
                note: run.notes[result.task, default: ""],
                report: report,
                run: run.start.run,
                scope: run.scope,
                at: now,
                in: database
            )
        }
    }

    private func finished(_ outcome: RunOutcome) throws {
        try execute("UPDATE runs SET state = ?, finished_at = ? WHERE id = ?", [outcome.stateName, now, name])
        try note("run_finished", detail: outcome.stateName.rawValue)
        try execute("DELETE FROM leases WHERE run = ?", [name])
        try execute("DELETE FROM pool_uses WHERE run = ?", [name])
    }

    private func endAttempt(_ task: TaskID, _ attempt: Int, _ state: StateName, _ failure: TaskFailure?) throws {
        try execute(
            """
            UPDATE attempts SET state = ?, finished_at = ?, failure = ?
            WHERE run = ? AND session = ? AND task = ? AND attempt = ? AND state = 'running'
            """,
            [state, now, try failure.map(Self.json), name, run.start.session, task.rawValue, attempt])
    }

    private func note(_ kind: String, _ task: TaskID? = nil, detail: String? = nil) throws {
        try execute(
            "INSERT INTO events (run, session, at, kind, task, detail) VALUES (?, ?, ?, ?, ?, ?)",
            [name, run.start.session, now, kind, task?.rawValue, detail])
    }

    /// Compiled once a connection: a run of thousands of tasks writes the same few statements.
    private func execute(_ sql: String, _ arguments: StatementArguments) throws {
        try database.cachedStatement(sql: sql).execute(arguments: arguments)
    }

    /// Details are for the log alone: they may be long and quote rows.
    private static func json(_ failure: TaskFailure) throws -> String {
        var failure = failure
        failure.details = [:]
        return try RunStore.json(failure)
    }
}
