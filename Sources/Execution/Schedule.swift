/// Decides what to start, repeat, skip and stop; does none of it. The caller performs the returned actions and tells
/// what came of them.
///
/// Of the tasks that may start, the one with the heaviest path behind it goes first, if its pools have room. A failed
/// task takes its descendants with it, each with the chain of reasons, and nobody else; a descendant that knows what to
/// do without it goes on.
package struct Schedule: Sendable {
    /// What the caller has to do. Ends are decided here: `finish` tells of one.
    package enum Action: Sendable, Hashable {
        case start(TaskID, attempt: Int)
        /// Attempt `attempt` failed; call `retryIsDue` after the wait.
        case retry(TaskID, after: Duration, failedAttempt: Int, TaskFailure)
        /// The look saw something else; call `retryIsDue` after the wait.
        case look(TaskID, after: Duration, seen: String)
        /// The task found items; these are their tasks.
        case expand(TaskID, [TaskFacts])
        /// The members of a mapped task are done: start it to gather what they made.
        case gather(TaskID, attempt: Int, [TaskReport])
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

    package let run: RunID
    package let width: Int
    package private(set) var isCancelled = false
    let graph: TaskGraph
    var tasks: [TaskFacts]
    var positions: [TaskID: Int]
    var states: [TaskState]
    var groups: [Int: MemberGroup] = [:]
    var ready: ReadyTasks
    var unfinishedCount: Int
    /// Of each task, what it depends on and was not done, where it goes on all the same.
    private var missing: [Int: [TaskID: FailedInput]] = [:]
    private var unmet: [Int]
    private var runningCount = 0
    private var pools: Pools

    /// - Parameter pools: slots of each pool, by name.
    package init(_ graph: TaskGraph, run: RunID, width: Int, pools: [String: Int] = [:]) {
        self.graph = graph
        self.run = run
        self.width = max(1, width)
        self.pools = Pools(pools)
        tasks = graph.tasks
        positions = graph.positions
        states = Array(repeating: .waiting, count: graph.tasks.count)
        unmet = graph.dependencies.map(\.count)
        unfinishedCount = graph.tasks.count
        ready = ReadyTasks(
            paths: graph.heaviestPaths, names: graph.tasks.map(\.id), sensors: graph.tasks.map { $0.sensor != nil })
    }

    package var isFinished: Bool { unfinishedCount == 0 }

    package func state(of task: TaskID) -> TaskState? { positions[task].map { states[$0] } }

    /// What the task takes of the pools that there are.
    func needs(of task: TaskID) -> [String: Int] {
        guard let position = positions[task] else { return [:] }
        return pools.known(tasks[position].pools)
    }

    /// What the task depends on and was not done, where it goes on all the same.
    package func failedInputs(of task: TaskID) -> [TaskID: FailedInput] {
        guard let position = positions[task], let missing = missing[position] else { return [:] }  // the common case
        return missing
    }

    /// First event. `upToDate` are the tasks whose work is done already.
    package mutating func begin(upToDate: [TaskID: TaskState] = [:]) -> [Action] {
        var actions: [Action] = []
        for position in states.indices where unmet[position] == 0 { ready.insert(position) }
        for position in graph.order {
            guard let state = upToDate[tasks[position].id] else { continue }
            ready.remove(position)
            end(position, state, &actions)
        }
        startReady(&actions)
        return actions
    }

    /// - Parameters:
    ///   - waited: since the task's first start, for a sensor's timeout.
    ///   - done: of the members that an expansion found, those whose work is done already.
    package mutating func attemptEnded(
        _ task: TaskID, _ end: AttemptEnd, waited: Duration = .zero, done: [TaskID: TaskState] = [:]
    ) -> [Action] {
        guard let position = positions[task], case .running(let attempt) = states[position] else { return [] }
        var actions: [Action] = []
        stopped(position)
        switch end {
        case .succeeded(let report): succeeded(position, attempt, report, waited, done, &actions)
        case .cancelled: self.end(position, .interrupted, &actions)
        case .failed(let failure): failed(position, attempt, failure, &actions)
        }
        startReady(&actions)
        return actions
    }

    package mutating func retryIsDue(_ task: TaskID) -> [Action] {
        guard let position = positions[task] else { return [] }
        switch states[position] {
        case .retrying, .watching: break
        default: return []
        }
        var actions: [Action] = []
        ready.insert(position)
        startReady(&actions)
        return actions
    }

    /// Takes back a start that was not performed: other runs hold what its pools have. Nothing that needs these pools
    /// starts before `poolsMayHaveRoom`.
    package mutating func takeBack(_ task: TaskID, closing closed: Set<String>) -> [Action] {
        guard let position = positions[task], case .running(let attempt) = states[position] else { return [] }
        runningCount -= 1
        pools.giveBack(tasks[position].pools)
        memberTakenBack(position)
        pools.close(closed)
        states[position] =
            groups[position] != nil ? .mapped(attempt: attempt) : attempt > 1 ? .retrying(attempt: attempt) : .waiting
        guard !isCancelled else {
            var actions: [Action] = []
            end(position, .interrupted, &actions)
            return actions
        }
        ready.insert(position)
        var actions: [Action] = []
        startReady(&actions)
        return actions
    }

    package mutating func poolsMayHaveRoom() -> [Action] {
        pools.openAll()
        var actions: [Action] = []
        startReady(&actions)
        return actions
    }

    /// Nothing starts any more; what runs is told to stop and awaited.
    package mutating func cancel() -> [Action] {
        guard !isCancelled else { return [] }
        isCancelled = true
        ready.removeAll()
        var actions: [Action] = []
        for position in graph.order + Array(graph.tasks.count..<tasks.count) {
            switch states[position] {
            case .running: actions.append(.cancel(tasks[position].id))
            case .waiting, .retrying, .watching: end(position, .interrupted, &actions)
            default: break
            }
        }
        // Those whose members all ended by this.
        for position in graph.order {
            if case .mapped = states[position], groups[position]?.unfinished == 0 {
                end(position, .interrupted, &actions)
            }
        }
        return actions
    }

    private mutating func succeeded(
        _ position: Int, _ attempt: Int, _ report: TaskReport, _ waited: Duration, _ done: [TaskID: TaskState],
        _ actions: inout [Action]
    ) {
        if let seen = report.notYet, let sensor = tasks[position].sensor {
            notYet(position, attempt, seen, sensor, waited, &actions)
        } else if let members = report.members, let mapping = tasks[position].mapping {
            expand(position, attempt, members, mapping, done, &actions)
        } else if let reason = report.nothingToDo {
            end(position, .skipped(SkipReason(chain: [], nothingToDo: reason)), &actions)
        } else if let reason = report.alreadyDone {
            end(position, .upToDate(report, reason: reason), &actions)
        } else {
            end(position, .succeeded(report), &actions)
        }
    }

    private mutating func notYet(
        _ position: Int, _ attempt: Int, _ seen: String, _ sensor: SensorPolicy, _ waited: Duration,
        _ actions: inout [Action]
    ) {
        guard !isCancelled else { return end(position, .interrupted, &actions) }
        if let wait = sensor.wait(after: waited) {
            states[position] = .watching(attempt: attempt)
            actions.append(.look(tasks[position].id, after: wait, seen: seen))
            return
        }
        switch sensor.whenMissing {
        case .fail: end(position, .failed(.neverCame(seen, after: sensor.timeout)), &actions)
        case .skip:
            let reason = "\(seen) after \(sensor.timeout.text)"
            end(position, .skipped(SkipReason(chain: [], nothingToDo: reason)), &actions)
        }
    }

    private mutating func failed(
        _ position: Int,
        _ attempt: Int,
        _ failure: TaskFailure,
        _ actions: inout [Action]
    ) {
        let task = tasks[position]
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

    mutating func end(_ position: Int, _ state: TaskState, _ actions: inout [Action]) {
        guard !states[position].isEnd else { return }
        states[position] = state
        unfinishedCount -= 1
        actions.append(.finish(tasks[position].id, state))
        if position >= graph.tasks.count { return memberEnded(position, state, &actions) }
        switch state {
        case .succeeded, .upToDate: for dependent in graph.dependents[position] { met(dependent) }
        case .failed: skipDependents(of: position, &actions)
        case .skipped(let reason) where reason.chain.isEmpty:
            skipDependents(of: position, nothingToDo: reason.nothingToDo, &actions)
        default: break
        }
    }

    private mutating func met(_ dependent: Int) {
        unmet[dependent] -= 1
        // Up-to-date dependents ended before, interrupted ones never start.
        if unmet[dependent] == 0, states[dependent] == .waiting, !isCancelled { ready.insert(dependent) }
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
            let failed = tasks[current].id
            let longer = chain + [failed]
            for dependent in graph.dependents[current] where states[dependent] == .waiting {
                let policy = tasks[dependent].failedInputs[failed, default: .stop]
                guard policy == .stop else {
                    missing[dependent, default: [:]][failed] = policy
                    met(dependent)
                    continue
                }
                end(dependent, .skipped(SkipReason(chain: longer, nothingToDo: nothingToDo)), &actions)
                behind.append((dependent, longer))
            }
            next += 1
        }
    }

    // MARK: Slots

    private mutating func startReady(_ actions: inout [Action]) {
        while !isCancelled, runningCount < width || ready.hasSensors, let position = ready.popFirst(where: mayStart) {
            var attempt = 1
            switch states[position] {
            case .retrying(let next): attempt = next
            case .watching(let same), .mapped(let same): attempt = same
            default: break
            }
            states[position] = .running(attempt: attempt)
            started(position)
            let task = tasks[position].id
            if let group = groups[position] {
                actions.append(.gather(task, attempt: attempt, group.reports))
            } else {
                actions.append(.start(task, attempt: attempt))
            }
        }
    }

    /// A sensor needs no slot: its look is short, and whatever works must not keep it from looking.
    private func mayStart(_ position: Int) -> Bool {
        if tasks[position].sensor != nil { return true }
        guard runningCount < width, pools.hasRoom(for: tasks[position].pools) else { return false }
        return position < graph.tasks.count || memberMayStart(position)
    }

    private mutating func started(_ position: Int) {
        guard tasks[position].sensor == nil else { return }
        runningCount += 1
        pools.take(tasks[position].pools)
        memberStarted(position)
    }

    private mutating func stopped(_ position: Int) {
        guard tasks[position].sensor == nil else { return }
        runningCount -= 1
        pools.giveBack(tasks[position].pools)
        memberStopped(position)
    }
}
