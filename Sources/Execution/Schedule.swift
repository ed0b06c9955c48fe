/// Decides what to start, repeat, skip and stop; does none of it. The caller performs the returned actions and tells
/// what came of them.
///
/// Of the tasks that may start, the one with the heaviest path behind it goes first. A failed task takes its
/// descendants with it, each with the chain of reasons, and nobody else.
package struct Schedule: Sendable {
    /// What the caller has to do. Ends are decided here: `finish` tells of one.
    package enum Action: Sendable, Hashable {
        case start(TaskID, attempt: Int)
        /// Attempt `attempt` failed; call `retryIsDue` after the wait.
        case retry(TaskID, after: Duration, failedAttempt: Int, TaskFailure)
        case cancel(TaskID)
        case finish(TaskID, TaskState)
    }

    /// Of one attempt.
    package enum AttemptEnd: Sendable, Hashable {
        case succeeded(TaskReport)
        case failed(TaskFailure)
        /// Stopped because the run was.
        case cancelled
    }

    package let graph: TaskGraph
    package let run: RunID
    package let width: Int
    package private(set) var isCancelled = false
    private var states: [TaskState]
    private var unmet: [Int]
    private var runningCount = 0
    private var unfinishedCount: Int
    private var ready: ReadyTasks

    package init(_ graph: TaskGraph, run: RunID, width: Int) {
        self.graph = graph
        self.run = run
        self.width = max(1, width)
        states = Array(repeating: .waiting, count: graph.tasks.count)
        unmet = graph.dependencies.map(\.count)
        unfinishedCount = graph.tasks.count
        ready = ReadyTasks(paths: graph.heaviestPaths, names: graph.tasks.map(\.id))
    }

    package var isFinished: Bool { unfinishedCount == 0 }

    package func state(of task: TaskID) -> TaskState? { graph.position(of: task).map { states[$0] } }

    /// First event. `upToDate` are the tasks whose work is done already.
    package mutating func begin(upToDate: [TaskID: TaskState] = [:]) -> [Action] {
        var actions: [Action] = []
        for position in states.indices where unmet[position] == 0 { ready.insert(position) }
        for position in graph.order {
            guard let state = upToDate[graph.tasks[position].id] else { continue }
            ready.remove(position)
            end(position, state, &actions)
        }
        startReady(&actions)
        return actions
    }

    package mutating func attemptEnded(_ task: TaskID, _ end: AttemptEnd) -> [Action] {
        guard let position = graph.position(of: task), case .running(let attempt) = states[position] else { return [] }
        var actions: [Action] = []
        runningCount -= 1
        switch end {
        case .succeeded(let report) where report.nothingToDo != nil:
            self.end(position, .skipped(SkipReason(chain: [], nothingToDo: report.nothingToDo)), &actions)
        case .succeeded(let report):
            let state: TaskState =
                report.alreadyDone.map { .upToDate(report, reason: $0) } ?? .succeeded(report)
            self.end(position, state, &actions)
        case .cancelled:
            self.end(position, .interrupted, &actions)
        case .failed(let failure):
            failed(position, attempt, failure, &actions)
        }
        startReady(&actions)
        return actions
    }

    package mutating func retryIsDue(_ task: TaskID) -> [Action] {
        guard let position = graph.position(of: task), case .retrying = states[position] else { return [] }
        var actions: [Action] = []
        ready.insert(position)
        startReady(&actions)
        return actions
    }

    /// Nothing starts any more; what runs is told to stop and awaited.
    package mutating func cancel() -> [Action] {
        guard !isCancelled else { return [] }
        isCancelled = true
        ready.removeAll()
        var actions: [Action] = []
        for position in graph.order {
            switch states[position] {
            case .running: actions.append(.cancel(graph.tasks[position].id))
            case .waiting, .retrying: end(position, .interrupted, &actions)
            default: break
            }
        }
        return actions
    }

    private mutating func failed(
        _ position: Int,
        _ attempt: Int,
        _ failure: TaskFailure,
        _ actions: inout [Action]
    ) {
        let task = graph.tasks[position]
        guard failure.isRetryable, attempt < task.retry.attempts else {
            end(position, .failed(failure), &actions)
            return
        }
        guard !isCancelled else {
            end(position, .interrupted, &actions)
            return
        }
        states[position] = .retrying(attempt: attempt + 1)
        let wait = task.retry.wait(after: attempt, run: run, task: task.id)
        actions.append(.retry(task.id, after: wait, failedAttempt: attempt, failure))
    }

    private mutating func end(_ position: Int, _ state: TaskState, _ actions: inout [Action]) {
        guard !states[position].isEnd else { return }
        states[position] = state
        unfinishedCount -= 1
        actions.append(.finish(graph.tasks[position].id, state))
        switch state {
        case .succeeded, .upToDate:
            for dependent in graph.dependents[position] {
                unmet[dependent] -= 1
                // Up-to-date dependents ended before, interrupted ones never start.
                if unmet[dependent] == 0, states[dependent] == .waiting, !isCancelled { ready.insert(dependent) }
            }
        case .failed: skipDependents(of: position, &actions)
        case .skipped(let reason) where reason.chain.isEmpty:
            skipDependents(of: position, nothingToDo: reason.nothingToDo, &actions)
        default: break
        }
    }

    /// Breadth first, so that a task reached twice names the shorter chain.
    private mutating func skipDependents(
        of position: Int,
        nothingToDo: String? = nil,
        _ actions: inout [Action]
    ) {
        var behind: [(position: Int, chain: [TaskID])] = [(position, [])]
        var next = 0
        while next < behind.count {
            let (current, chain) = behind[next]
            let longer = chain + [graph.tasks[current].id]
            for dependent in graph.dependents[current] where states[dependent] == .waiting {
                end(dependent, .skipped(SkipReason(chain: longer, nothingToDo: nothingToDo)), &actions)
                behind.append((dependent, longer))
            }
            next += 1
        }
    }

    private mutating func startReady(_ actions: inout [Action]) {
        while runningCount < width, !isCancelled, let position = ready.popFirst() {
            var attempt = 1
            if case .retrying(let next) = states[position] { attempt = next }
            states[position] = .running(attempt: attempt)
            runningCount += 1
            actions.append(.start(graph.tasks[position].id, attempt: attempt))
        }
    }
}
