import Execution
import Foundation
import Kinds
import LakeStorage
import Monitoring

/// Forgets old runs of a profile, and their logs.
struct RunPruning {
    private let target: String
    private let lake: FolderLake
    private let logs: URL
    /// Runs that ended earlier are old.
    private let cutoff: Date

    init(_ workplace: Workplace, keeping kept: Duration) {
        target = workplace.profile.name
        lake = workplace.lake
        logs = URL(filePath: workplace.stateFolder).appending(path: "logs")
        cutoff = Date(timeIntervalSinceNow: -(kept / .seconds(1)))
    }

    func found(in store: RunStore) throws -> PrunedRuns {
        try store.prunable(target: target, endedBefore: cutoff, staged: try staged())
    }

    /// Logs go first: killed in between, the next one finds the runs again.
    func perform(_ found: PrunedRuns, in store: RunStore) async throws {
        guard !found.all.isEmpty else { return }
        for run in found.all { try TaskLogs.remove(run, in: logs) }
        try await store.prune(found, target: target, endedBefore: cutoff, staged: try staged())
        for run in found.removed { try lake.discard(run: run.rawValue) }
    }

    private func staged() throws -> Set<RunID> { Set(try lake.stagedRuns().map { RunID($0) }) }
}
