package import Foundation
import GRDB

/// Old runs, and what becomes of them.
package struct PrunedRuns: Sendable, Hashable {
    /// Forgotten altogether.
    package var removed: [RunID] = []
    /// Attempts, events and logs are forgotten; what each task came to stays, because the ledger or an interval goes by it.
    package var thinned: [RunID] = []

    package init(removed: [RunID] = [], thinned: [RunID] = []) {
        self.removed = removed
        self.thinned = thinned
    }

    /// Those whose logs go.
    package var all: [RunID] { removed + thinned }
}

extension RunStore {
    /// Runs into a target that ended before a moment. Left out are those at work, the latest of each pipeline, and those
    /// that a scheduler has begun.
    ///
    /// What decides whether a task is done, and an interval too, is not touched: a run that an output is known by, the
    /// latest whole run of an interval and its latest success are thinned at most.
    ///
    /// - Parameter staged: runs that left something in the lake; those that did not succeed may be resumed, and stay whole.
    package func prunable(target: String, endedBefore moment: Date, staged: Set<RunID>) throws -> PrunedRuns {
        try database.read { try Self.prunable(target, moment, staged, in: $0) }
    }

    /// Forgets those of the runs that are still prunable. Their logs are to be gone by then.
    package func prune(_ runs: PrunedRuns, target: String, endedBefore moment: Date, staged: Set<RunID>) async throws {
        try await write { database in
            let found = try Self.prunable(target, moment, staged, in: database)
            for run in found.removed where runs.removed.contains(run) {
                try database.execute(literal: "DELETE FROM runs WHERE id = \(run.rawValue)")
            }
            for run in found.thinned where runs.thinned.contains(run) {
                try database.execute(literal: "DELETE FROM events WHERE run = \(run.rawValue)")
                try database.execute(literal: "DELETE FROM attempts WHERE run = \(run.rawValue)")
            }
        }
    }

    private static func prunable(
        _ target: String,
        _ moment: Date,
        _ staged: Set<RunID>,
        in database: Database
    ) throws -> PrunedRuns {
        let rows = try Row.fetchAll(
            database,
            sql: """
                WITH ranked AS (
                    SELECT id, state, coalesce(finished_at, started_at) AS ended_at,
                        is_whole AND interval_start IS NOT NULL AS is_of_interval,
                        row_number() OVER (PARTITION BY pipeline ORDER BY started_at DESC, rowid DESC) AS place,
                        row_number() OVER (
                            PARTITION BY pipeline, is_whole, interval_start ORDER BY started_at DESC, rowid DESC
                        ) AS place_in_interval,
                        row_number() OVER (
                            PARTITION BY pipeline, is_whole, interval_start, state ORDER BY started_at DESC, rowid DESC
                        ) AS place_in_state
                    FROM runs WHERE target = ?
                )
                SELECT id, state,
                    id IN (SELECT run FROM outputs)
                        OR (is_of_interval AND (place_in_interval = 1 OR (state = 'succeeded' AND place_in_state = 1)))
                        AS is_needed,
                    EXISTS (SELECT 1 FROM events WHERE events.run = ranked.id) AS is_whole_yet
                FROM ranked
                WHERE ended_at < ? AND place > 1 AND id NOT IN (SELECT run FROM leases)
                    AND id NOT IN (SELECT run FROM intervals WHERE run IS NOT NULL AND state IN ('planned', 'started'))
                ORDER BY id
                """,
            arguments: [target, moment]
        )
        var pruned = PrunedRuns()
        for row in rows {
            let run = RunID(row["id"])
            if staged.contains(run), row["state"] != StateName.succeeded { continue }
            if !row["is_needed"] {
                pruned.removed.append(run)
            } else if row["is_whole_yet"] {
                pruned.thinned.append(run)
            }
        }
        return pruned
    }
}
