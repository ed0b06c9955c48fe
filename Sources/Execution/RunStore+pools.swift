import Foundation
import GRDB

/// Why a task cannot have its slots now: other runs hold them.
struct PoolShortage: Sendable, Hashable {
    /// The pools without room.
    var pools: Set<String>
    /// Which, how full, and whose: for a person.
    var seen: String
}

extension RunStore {
    /// Takes slots for a task of a run, of all its pools or of none; nil where it has them.
    ///
    /// What runs at work hold counts, whatever their pipeline and process; what a dead process held does not. As within a
    /// run, a need beyond a pool's size is met by the whole pool.
    func takeSlots(
        _ needs: [String: Int], of sizes: [String: Int], for task: TaskID, in run: RunID, at now: Date
    ) async throws -> PoolShortage? {
        let process = process
        return try await write { database in
            let taken = try Self.slotsTaken(ofOthersThan: run, seenFrom: process, at: now, in: database)
            let full = needs.filter { pool, need in
                guard let size = sizes[pool] else { return false }
                return taken[pool, default: PoolUse()].amount + min(need, size) > size
            }
            guard full.isEmpty else { return PoolShortage(full.keys.sorted(), sizes, taken) }
            for (pool, need) in needs {
                guard let size = sizes[pool] else { continue }
                try database.execute(
                    literal: """
                        INSERT OR REPLACE INTO pool_uses (pool, run, task, amount)
                        VALUES (\(pool), \(run.rawValue), \(task.rawValue), \(min(need, size)))
                        """)
            }
            return nil
        }
    }

    func giveBackSlots(of task: TaskID, in run: RunID) async throws {
        try await write {
            try $0.execute(literal: "DELETE FROM pool_uses WHERE run = \(run.rawValue) AND task = \(task.rawValue)")
        }
    }

    /// By pool. A run's own tasks are bounded by its schedule, which knows of them first.
    private static func slotsTaken(
        ofOthersThan run: RunID, seenFrom process: ProcessIdentity, at now: Date, in database: Database
    ) throws -> [String: PoolUse] {
        let request: SQLRequest<Row> = """
            SELECT leases.*, pool_uses.pool, pool_uses.amount FROM pool_uses JOIN leases ON leases.run = pool_uses.run
            WHERE pool_uses.run <> \(run.rawValue)
            """
        return try request.fetchAll(database).reduce(into: [:]) { taken, row in
            let lease = Lease(row: row)
            guard lease.isHeld(at: now, seenFrom: process) else { return }
            taken[row["pool"], default: PoolUse()].add(row["amount"], of: lease.run)
        }
    }
}

/// What other runs hold of a pool.
private struct PoolUse {
    var amount = 0
    var runs: Set<RunID> = []

    mutating func add(_ more: Int, of run: RunID) {
        amount += more
        runs.insert(run)
    }
}

extension PoolShortage {
    fileprivate init(_ full: [String], _ sizes: [String: Int], _ taken: [String: PoolUse]) {
        pools = Set(full)
        seen = full.map { pool in
            let use = taken[pool, default: PoolUse()]
            let runs = use.runs.map(\.rawValue).sorted().joined(separator: ", ")
            return "pool '\(pool)' is taken, \(use.amount) of \(sizes[pool, default: 0]), by run \(runs)"
        }.joined(separator: "; ")
    }
}
