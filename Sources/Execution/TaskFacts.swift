/// What the scheduler knows of a task: who it is, what it waits for, how patient to be. Not what it does.
package struct TaskFacts: Sendable, Hashable {
    package var id: TaskID
    /// The stage, for `group:load` and for headings: "load".
    package var group: String
    /// One phrase for a person: "orders.csv to lake.orders".
    package var title: String
    /// For `tag:x`.
    package var tags: Set<String>
    package var dependsOn: [TaskID]
    /// Digest of everything that decides the output. `nil`: never up to date, runs every time.
    package var fingerprint: String?
    /// What went into the fingerprint, for `why` and the log: "2 files, seed 42, schema orders".
    package var fingerprintNote: String
    /// What was decided about it before the run, in the words of whoever decided; kept for whoever asks later.
    package var decision: String?
    package var retry: RetryPolicy
    /// Of one attempt, not of the task.
    package var timeout: Duration?
    /// Expected cost in any one unit; of the tasks that may start, the one on the heaviest remaining path goes first.
    package var weight: Int
    /// Slots that it takes in each pool while it works, by the pool's name; a pool without a size has no bound.
    package var pools: [String: Int] = [:]
    /// Each attempt is a look that may find nothing yet.
    package var sensor: SensorPolicy?
    /// Its attempt finds items; each becomes a task, and when all are done it gathers what they made.
    package var mapping: MappingPolicy?
    /// Where it stands for one item of a mapped task.
    package var member: Membership?
    /// By dependency; those that are not named stop it.
    package var failedInputs: [TaskID: FailedInput] = [:]
    /// Since the run's start: when it has not ended by then, somebody is told. It works on.
    package var deadline: Duration?

    package init(
        id: TaskID,
        group: String,
        title: String,
        tags: Set<String> = [],
        dependsOn: [TaskID] = [],
        fingerprint: String? = nil,
        fingerprintNote: String = "",
        retry: RetryPolicy = .none,
        timeout: Duration? = nil,
        weight: Int = 1
    ) {
        self.id = id
        self.group = group
        self.title = title
        self.tags = tags
        self.dependsOn = dependsOn
        self.fingerprint = fingerprint
        self.fingerprintNote = fingerprintNote
        self.retry = retry
        self.timeout = timeout
        self.weight = weight
    }
}
