/// How to run a set of tasks; what the command line says, as values.
package struct RunOptions: Sendable {
    package var pipeline: String
    /// The profile, or whatever names the place written to: two live runs of one pipeline and target are refused.
    package var target: String
    /// Key of the ledger: pipeline, profile, interval and parameters that separate one output from another.
    package var scope: String
    /// Most tasks at a time; at least 1.
    package var width: Int
    package var resume: Resume?
    package var force: Force
    /// Applied to every text on its way to the store, the logs and the console.
    package var redaction: Redaction
    /// What was asked for (selectors, parameters), kept with the run so that a resume can ask the same. No secrets.
    package var arguments: [String: String]
    /// What the parameters were, defaults included: a resume takes them again.
    package var parameters: [String: String] = [:]
    /// Name of a new run; `nil` makes one from clock and chance.
    package var newRun: RunID?
    /// Slots of each pool, by name; what the tasks take and no pool has is not bounded.
    package var pools: [String: Int] = [:]
    /// Since the run's start: when it has not ended by then, somebody is told. It goes on.
    package var deadline: Duration?
    /// What the run is for; `nil` where nothing tells one run from the next.
    package var interval: RunInterval?
    /// Whether all tasks of the pipeline take part: only then has an interval succeeded with its run.
    package var isWhole = false

    /// Which run to continue.
    package enum Resume: Sendable, Hashable {
        /// The latest of this pipeline and target.
        case last
        case run(RunID)
    }

    /// Which tasks run although the ledger has them.
    package enum Force: Sendable, Hashable {
        case nothing
        case everything
        case tasks(Set<TaskID>)

        package func includes(_ task: TaskID) -> Bool {
            switch self {
            case .nothing: false
            case .everything: true
            case .tasks(let tasks): tasks.contains(task)
            }
        }
    }

    package init(
        pipeline: String,
        target: String,
        scope: String? = nil,
        width: Int = 4,
        resume: Resume? = nil,
        force: Force = .nothing,
        redaction: Redaction = Redaction([]),
        arguments: [String: String] = [:],
        newRun: RunID? = nil
    ) {
        self.pipeline = pipeline
        self.target = target
        self.scope = scope ?? "\(pipeline)/\(target)"
        self.width = max(1, width)
        self.resume = resume
        self.force = force
        self.redaction = redaction
        self.arguments = arguments
        self.newRun = newRun
    }
}
