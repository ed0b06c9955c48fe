import GRDB

extension RunStore {
    /// Milliseconds that each task took when it last succeeded, latest first, at most `limit` of each: from runs of the
    /// same pipeline and target, whatever their day.
    package func durations(pipeline: String, target: String, limit: Int) throws -> [TaskID: [Int]] {
        try database.read { database in
            let rows = try Row.fetchAll(
                database,
                sql: """
                    SELECT task, duration_ms FROM (
                        SELECT tasks.task, tasks.duration_ms, runs.started_at,
                            row_number() OVER (PARTITION BY tasks.task ORDER BY runs.started_at DESC, runs.rowid DESC) AS place
                        FROM tasks JOIN runs ON runs.id = tasks.run
                        WHERE runs.pipeline = ? AND runs.target = ? AND tasks.state = 'succeeded'
                            AND tasks.duration_ms IS NOT NULL
                    ) WHERE place <= ? ORDER BY task, place
                    """,
                arguments: [pipeline, target, limit]
            )
            return rows.reduce(into: [:]) { durations, row in
                durations[TaskID(row["task"]), default: []].append(row["duration_ms"])
            }
        }
    }
}
