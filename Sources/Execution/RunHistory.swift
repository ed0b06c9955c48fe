import Foundation

/// Who started when and how it ended: turns the schedule's actions into events.
struct RunHistory {
    let start: RunStart
    let startedAt: Date
    private var facts: [TaskID: TaskFacts]
    /// Of each mapped task, in the order of its items.
    private var members: [TaskID: [TaskID]] = [:]
    /// What the last look of a sensor saw.
    private var seen: [TaskID: String] = [:]
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
            // Looking again is no new attempt.
            guard attempts[task] != attempt else { return nil }
            if starts[task] == nil { starts[task] = now }
            attempts[task] = attempt
            return .taskStarted(task, attempt: attempt)
        case .retry(let task, let wait, let attempt, let failure):
            return .attemptFailed(task, attempt: attempt, failure, retryIn: wait)
        case .look(let task, let wait, let saw):
            return waits(task, seen: saw, nextLook: now.addingTimeInterval(wait / .seconds(1)))
        case .expand(let task, let found):
            members[task] = found.map(\.id)
            for member in found { facts[member.id] = member }
            return .taskExpanded(task, members: found)
        case .gather(let task, let attempt, _):
            guard attempts[task] != attempt else { return nil }
            attempts[task] = attempt
            return .taskStarted(task, attempt: attempt)
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
                duration: waited(task, at: now),
                memberOf: facts.member?.of
            )
            results[task] = result
            return .taskFinished(result)
        }
    }

    /// A look that saw something else, or a pool without room.
    mutating func waits(_ task: TaskID, seen saw: String, nextLook: Date) -> RunEvent {
        let isNew = seen.updateValue(saw, forKey: task) != saw
        return .taskWaits(task, seen: saw, isNew: isNew, nextLook: nextLook)
    }

    /// Since the task's first start; nothing where it has not started.
    func waited(_ task: TaskID, at now: Date) -> Duration {
        guard let start = starts[task] else { return .zero }
        return now.elapsed(since: start)
    }

    func outcome(wasInterrupted: Bool, at now: Date) -> RunOutcome {
        RunOutcome(
            run: start.run,
            pipeline: start.pipeline,
            target: start.target,
            startedAt: startedAt,
            duration: now.elapsed(since: startedAt),
            wasInterrupted: wasInterrupted,
            results: start.tasks.flatMap { [$0.id] + members[$0.id, default: []] }.compactMap { results[$0] }
        )
    }
}
