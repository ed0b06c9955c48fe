package import Foundation
import GRDB

/// What became of an interval so far.
package struct IntervalHistory: Sendable, Hashable {
    /// Whether some whole run of it has succeeded.
    package var hasSucceeded: Bool
    /// The latest whole run of it, with its state; one whose process is gone is interrupted.
    package var latest: RunID
    package var latestState: StateName
}

extension RunStore {
    /// Of each interval of a pipeline that a run was made for, by its start.
    package func intervals(
        pipeline: String, target: String, now: Date = Date()
    ) throws -> [Date: IntervalHistory] {
        let runs = try database.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT id, state, interval_start FROM runs
                    WHERE pipeline = ? AND target = ? AND is_whole AND interval_start IS NOT NULL
                    ORDER BY started_at, rowid
                    """,
                arguments: [pipeline, target])
            return try rows.map { row in
                let id = RunID(row["id"])
                var state: StateName = row["state"]
                if state == .running, try !isHeld(id, now: now, in: database) { state = .interrupted }
                return (id: id, state: state, start: row["interval_start"] as Date)
            }
        }
        var histories: [Date: IntervalHistory] = [:]
        for run in runs {
            let before = histories[run.start]?.hasSucceeded == true
            histories[run.start] = IntervalHistory(
                hasSucceeded: before || run.state == .succeeded, latest: run.id, latestState: run.state)
        }
        return histories
    }

    /// Whether runs of a pipeline have done the tasks, of those that there are, for all of an interval.
    package func isDone(_ tasks: [TaskID], of pipeline: String, target: String, for interval: RunInterval) throws
        -> Bool
    {
        let names = tasks.map(\.rawValue)
        let done: [RunInterval] = try database.read { database in
            let request: SQLRequest<Row> = """
                SELECT interval_start, interval_end FROM runs JOIN tasks ON tasks.run = runs.id
                WHERE pipeline = \(pipeline) AND target = \(target) AND interval_end > \(interval.start)
                    AND interval_start < \(interval.end) AND tasks.task IN \(names)
                GROUP BY runs.id HAVING min(tasks.state IN ('succeeded', 'up_to_date')) = 1
                ORDER BY interval_start
                """
            return try request.fetchAll(database).map {
                RunInterval(start: $0["interval_start"], end: $0["interval_end"])
            }
        }
        var reached = interval.start
        for part in done where part.start <= reached { reached = max(reached, part.end) }
        return reached >= interval.end
    }
}
