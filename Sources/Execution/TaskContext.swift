package import Foundation

package enum LogLevel: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
    case debug
    case info
    case warning
    case error

    package static func < (a: LogLevel, b: LogLevel) -> Bool { a.rank < b.rank }

    private var rank: Int {
        switch self {
        case .debug: 0
        case .info: 1
        case .warning: 2
        case .error: 3
        }
    }
}

/// What a body is told about the attempt it performs, and how it speaks while it works.
package struct TaskContext: Sendable {
    package let run: RunID
    package let task: TaskID
    /// 1-based, within this start of the run.
    package let attempt: Int
    /// Start of the run, not of the attempt.
    package let startedAt: Date
    /// A line for the task's log; secrets are blotted out on the way. From any thread.
    package let log: @Sendable (LogLevel, String, [String: String]) -> Void
    /// Rows done so far in this attempt. From any thread, as often as wished.
    package let progress: @Sendable (Int) -> Void
    /// What of a mapped task is to be done.
    package var phase: Phase = .work
    /// Whether it is to be done although it is up to date.
    package var isForced = false
    /// What it depends on that was not done, and what to make of it.
    package var failedInputs: [TaskID: FailedInput] = [:]

    package enum Phase: Sendable, Hashable {
        /// All of it; of a mapped task the finding of its items.
        case work
        /// Every member of a mapped task is done: their reports, in the order of the items.
        case gather([TaskReport])
    }

    package init(
        run: RunID,
        task: TaskID,
        attempt: Int,
        startedAt: Date,
        log: @escaping @Sendable (LogLevel, String, [String: String]) -> Void,
        progress: @escaping @Sendable (Int) -> Void
    ) {
        self.run = run
        self.task = task
        self.attempt = attempt
        self.startedAt = startedAt
        self.log = log
        self.progress = progress
    }
}

/// The work of a task. Throws `TaskFailure`; when its `Task` is cancelled (timeout, interrupt) it stops the engine or
/// the server and throws soon. Returning all the same counts as success: what was published was published.
package typealias TaskBody = @Sendable (TaskFacts, TaskContext) async throws -> TaskReport
