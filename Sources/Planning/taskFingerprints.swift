import Algebra
import Kinds

/// What each task's output follows from: its definition, the fingerprints of what it depends on, and the files it reads.
///
/// - Parameters:
///   - run: stands in for `run.started_at`, so that what reads the clock is new in each run, and done when the
///     same run is resumed.
///   - without: tasks that go on without an input: what they make is of this run alone, and so is what follows.
package func taskFingerprints(
    of tasks: [PlannedTask], files: [String: [FileFact]], run: String, without: Set<String> = []
) -> [String: String] {
    var fingerprints: [String: String] = [:]
    for task in tasks {
        // Whether something was waited for does not change what is made of it.
        if case .wait = task.work { continue }
        let facts = files[task.id, default: []].map { "\($0.path) \($0.bytes) \($0.modified)" }
        let clock = task.readsClock || without.contains(task.id) ? ["run \(run)"] : []
        fingerprints[task.id] = fingerprint(
            [task.definitionFingerprint] + task.dependsOn.compactMap { fingerprints[$0] } + facts + clock)
    }
    return fingerprints
}

extension PlannedTask {
    package var definitionFingerprint: String { fingerprint([definition]) }

    /// Whether the output depends on when the run started.
    var readsClock: Bool {
        guard case .transform(let work) = work else { return false }
        return work.relation.constants.contains("run.started_at")
    }
}
