/// Where a task stands. Only the last five are ends.
package enum TaskState: Sendable, Hashable {
    case waiting
    case running(attempt: Int)
    /// Waits for `attempt` after a failed one.
    case retrying(attempt: Int)
    /// Waits for its next look, without a slot.
    case watching(attempt: Int)
    /// Its members work, or wait to.
    case mapped(attempt: Int)
    case succeeded(TaskReport)
    /// Nothing to do: the report is that of whoever did the work.
    case upToDate(TaskReport, reason: String)
    case failed(TaskFailure)
    case skipped(SkipReason)
    case interrupted

    /// As written in the run store and in JSON.
    package var name: StateName {
        switch self {
        case .waiting: .waiting
        case .running: .running
        case .retrying: .retrying
        case .watching: .watching
        case .mapped: .mapped
        case .succeeded: .succeeded
        case .upToDate: .upToDate
        case .failed: .failed
        case .skipped: .skipped
        case .interrupted: .interrupted
        }
    }

    package var report: TaskReport? {
        switch self {
        case .succeeded(let report), .upToDate(let report, _): report
        default: nil
        }
    }

    package var isEnd: Bool {
        switch self {
        case .waiting, .running, .retrying, .watching, .mapped: false
        case .succeeded, .upToDate, .failed, .skipped, .interrupted: true
        }
    }
}

/// Why a task was not done: something it needs failed, or there was nothing to work on.
package struct SkipReason: Sendable, Hashable, Codable, CustomStringConvertible {
    /// From the task that failed to the direct dependency, in order: `[ingest.orders, transform.orders]`.
    package let chain: [TaskID]
    /// What the first of the chain, or the task itself, had found missing; `nil` where it failed.
    package let nothingToDo: String?

    package init(chain: [TaskID], nothingToDo: String? = nil) {
        self.chain = chain
        self.nothingToDo = nothingToDo
    }

    package var description: String {
        guard let cause = chain.first else { return nothingToDo ?? "a dependency failed" }
        let path = chain.dropFirst().map { " → \($0)" }.joined()
        if let nothingToDo { return "'\(cause)' had nothing to do (\(nothingToDo))\(path)" }
        return "'\(cause)' failed\(path)"
    }
}
