package import Foundation

/// How a run ended: every task's end, in the order the tasks were given.
package struct RunOutcome: Sendable, Hashable {
    package var run: RunID
    package var pipeline: String
    package var target: String
    package var startedAt: Date
    package var duration: Duration
    package var wasInterrupted: Bool
    package var results: [TaskResult]

    package init(
        run: RunID,
        pipeline: String,
        target: String,
        startedAt: Date,
        duration: Duration,
        wasInterrupted: Bool,
        results: [TaskResult]
    ) {
        self.run = run
        self.pipeline = pipeline
        self.target = target
        self.startedAt = startedAt
        self.duration = duration
        self.wasInterrupted = wasInterrupted
        self.results = results
    }

    /// O(tasks).
    package var states: [TaskID: TaskState] {
        Dictionary(uniqueKeysWithValues: results.map { ($0.task, $0.state) })
    }

    /// An interrupt that came too late to stop anything did not change the outcome.
    package var exitCode: ExitCode {
        if results.contains(where: { $0.state == .interrupted }) { return .interrupted }
        let isWhole = results.allSatisfy { result in
            if case .skipped(let reason) = result.state { return reason.nothingToDo != nil }
            return result.state.report != nil
        }
        return isWhole ? .success : .failures
    }

    /// As written in the run store.
    package var stateName: StateName {
        switch exitCode {
        case .success: .succeeded
        case .interrupted: .interrupted
        default: .failed
        }
    }
}
