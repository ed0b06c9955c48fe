package import Foundation

/// Something that happened in a run. Console, run store and log files are views of these.
package enum RunEvent: Sendable, Hashable {
    case runStarted(RunStart)
    case taskStarted(TaskID, attempt: Int)
    /// Rows so far in this attempt.
    case taskProgressed(TaskID, rows: Int)
    case taskLogged(TaskID, attempt: Int, LogLevel, String, fields: [String: String])
    case attemptFailed(TaskID, attempt: Int, TaskFailure, retryIn: Duration)
    /// A look saw something else than what the task waits for. `isNew`: and something else than the look before.
    case taskWaits(TaskID, seen: String, isNew: Bool, nextLook: Date)
    /// The task found its items: these tasks take part in the run from now on.
    case taskExpanded(TaskID, members: [TaskFacts])
    /// A task, or the run where `nil`, has not ended in its time.
    case deadlineMissed(TaskID?, after: Duration)
    case taskFinished(TaskResult)
    /// The first Ctrl-C: running tasks are being stopped, no new one starts.
    case interruptRequested(running: [TaskID])
    case runFinished(RunOutcome)
}

/// The head of a run: who, what, and every task that takes part, in the order given.
package struct RunStart: Sendable, Hashable {
    package var run: RunID
    package var pipeline: String
    package var target: String
    /// 1, and one more with each `--resume`.
    package var session: Int
    package var tasks: [TaskFacts]
}

/// How one task ended.
package struct TaskResult: Sendable, Hashable {
    package var task: TaskID
    package var group: String
    package var title: String
    /// An end; see `TaskState.isEnd`.
    package var state: TaskState
    /// Attempts started in this session; 0 when it never ran.
    package var attempts: Int
    package var startedAt: Date?
    /// First start to end, waits between attempts included.
    package var duration: Duration
    /// The mapped task that it is a member of.
    package var memberOf: TaskID?

    package init(
        task: TaskID,
        group: String,
        title: String,
        state: TaskState,
        attempts: Int,
        startedAt: Date?,
        duration: Duration,
        memberOf: TaskID? = nil
    ) {
        self.task = task
        self.group = group
        self.title = title
        self.state = state
        self.attempts = attempts
        self.startedAt = startedAt
        self.duration = duration
        self.memberOf = memberOf
    }
}

/// Called in order for what the scheduler does, and from any thread, at any time between, for progress and logs.
/// Quick, and never throws: a view must not be able to stop a run.
package typealias EventSink = @Sendable (RunEvent, Date) -> Void
