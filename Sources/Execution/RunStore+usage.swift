import GRDB

extension RunStore {
    /// Of a run that was resumed, the most of all its sessions stays.
    package func record(_ usage: RunUsage, of run: RunID) async throws {
        try await write { database in
            try database.execute(
                literal: """
                    UPDATE runs SET peak_memory = max(coalesce(peak_memory, 0), \(usage.memory)),
                        peak_spill = max(coalesce(peak_spill, 0), \(usage.spill))
                    WHERE id = \(run.rawValue)
                    """)
        }
    }

    /// Of the last successful runs of a pipeline into a target, latest first; those that did not measure are left out.
    package func usages(pipeline: String, target: String, limit: Int) throws -> [RunUsage] {
        try database.read { database in
            let request: SQLRequest<Row> = """
                SELECT peak_memory, peak_spill FROM runs
                WHERE pipeline = \(pipeline) AND target = \(target) AND state = 'succeeded' AND is_whole
                    AND peak_memory IS NOT NULL
                ORDER BY started_at DESC, rowid DESC LIMIT \(limit)
                """
            return try request.fetchAll(database).compactMap(RunUsage.init)
        }
    }
}

extension RunUsage {
    /// Nil where nobody measured.
    init?(row: Row) {
        guard let memory = row["peak_memory"] as Int?, let spill = row["peak_spill"] as Int? else { return nil }
        self.init(memory: memory, spill: spill)
    }
}
