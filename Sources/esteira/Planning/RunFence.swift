import Execution
import Planning
import Reporting

/// Keeps a run of a saved plan from going on with a state that was not checked: another run that began and ended
/// between the check and the lease of this one.
struct RunFence: Sendable {
    private let store: RunStore
    private let pipeline: String
    private let target: String
    /// The latest run when the plan was made; nil: there was none.
    private let latest: RunID?

    init(_ store: RunStore, pipeline: String, target: String) throws {
        self.store = store
        self.pipeline = pipeline
        self.target = target
        latest = try store.latestRun(pipeline: pipeline, target: target)?.id
    }

    /// To be asked under the lease of the run, before a task works.
    func check(_ run: RunID) throws {
        let others = try store.runs(pipeline: pipeline, limit: 20).filter { $0.target == target && $0.id != run }
        guard let now = others.first?.id, now != latest else { return }
        throw TaskFailure(
            "run \(now) began after the plan was checked", code: Rule.planLedgerMoved.code,
            hint: "plan again and look at it")
    }
}
