import Foundation

/// Who started when and how it ended: turns the schedule's actions into events.
struct RunHistory {
    let start: RunStart
    let startedAt: Date
    private let facts: [TaskID: TaskFacts]
    private var starts: [TaskID: Date] = [:]
    private var attempts: [TaskID: Int] = [:]
    private var results: [TaskID: TaskResult] = [:]

    init(_ start: RunStart, at now: Date) {
        self.start = start
        startedAt = now
        facts = Dictionary(uniqueKeysWithValues: start.tasks.map { ($0.id, $0) })
    }

    func facts(of task: TaskID) -> TaskFacts {
        guard let facts = facts[task] else { preconditionFailure("the schedule knows a task that the run does not") }
        return facts
    }

    /// `nil` for actions that tell nothing by themselves.
    mutating func event(for action: Schedule.Action, at now: Date) -> RunEvent? {
        switch action {
        case .start(let task, let attempt):
            if starts[task] == nil { starts[task] = now }
            attempts[task] = attempt
            return .taskStarted(task, attempt: attempt)
        case .retry(let task, let wait, let attempt, let failure):
            return .attemptFailed(task, attempt: attempt, failure, retryIn: wait)
        case .cancel: return nil
        case .finish(let task, let state):
            let facts = facts(of: task)
            let result = TaskResult(
                task: task,
                group: facts.group,
                title: facts.title,
                state: state,
                attempts: attempts[task, default: 0],
                startedAt: starts[task],
                duration: starts[task].map { now.elapsed(since: $0) } ?? .zero
            )
            results[task] = result
            return .taskFinished(result)
        }
    }

    func outcome(wasInterrupted: Bool, at now: Date) -> RunOutcome {
        RunOutcome(
            run: start.run,
            pipeline: start.pipeline,
            target: start.target,
            startedAt: startedAt,
            duration: now.elapsed(since: startedAt),
            wasInterrupted: wasInterrupted,
            results: start.tasks.compactMap { results[$0.id] }
        )
    }
}
