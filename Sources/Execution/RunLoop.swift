import Foundation

/// The thin shell around `Schedule`: performs its actions, feeds it what came of them, and tells everybody.
///
/// What happened is on disk before anything follows from it: a start before the body works, an end before a
/// dependent starts.
struct RunLoop {
    /// What the loop waits for.
    private enum Signal: Sendable {
        case ended(TaskID, Schedule.AttemptEnd)
        case retryDue(TaskID)
        case interrupted
        case late(TaskID?, after: Duration)
        case heartbeatStopped
    }

    private let options: RunOptions
    private let store: RunStore
    private let clock: RunClock
    private let sinks: [EventSink]
    private let body: TaskBody
    /// Of the members that a task found, those whose work is done.
    private let done: @Sendable ([TaskFacts]) async throws -> [TaskID: TaskState]
    private let fingerprint: @Sendable (TaskFacts, [TaskID: FailedInput]) -> String?
    private var recorded: RecordedRun
    private var schedule: Schedule
    private var history: RunHistory

    init(
        _ start: RunStart,
        _ graph: TaskGraph,
        options: RunOptions,
        store: RunStore,
        clock: RunClock,
        sinks: [EventSink],
        fingerprint: @escaping @Sendable (TaskFacts, [TaskID: FailedInput]) -> String?,
        done: @escaping @Sendable ([TaskFacts]) async throws -> [TaskID: TaskState],
        body: @escaping TaskBody
    ) {
        self.options = options
        self.store = store
        self.clock = clock
        self.sinks = sinks
        self.body = body
        self.done = done
        self.fingerprint = fingerprint
        recorded = RecordedRun(start, scope: options.scope)
        schedule = Schedule(graph, run: start.run, width: options.width, pools: options.pools)
        history = RunHistory(start, at: clock.now())
    }

    mutating func run(upToDate: [TaskID: TaskState]) async throws -> RunOutcome {
        try await tell([.runStarted(history.start)])
        try await withThrowingTaskGroup(of: Signal.self) { group in
            group.addTask { await Self.interruption() }
            group.addTask { [store, clock, run = history.start.run] in try await Self.beat(run, store, clock) }
            watchDeadlines(in: &group)
            try await perform(schedule.begin(upToDate: upToDate), in: &group)
            while !schedule.isFinished, let signal = try await group.next() {
                switch signal {
                case .ended(let task, let end): try await attemptEnded(task, end, in: &group)
                case .retryDue(let task): try await perform(schedule.retryIsDue(task), in: &group)
                case .interrupted: try await interrupt(in: &group)
                case .late(let task, let limit): try await tellLate(task, after: limit)
                case .heartbeatStopped: break
                }
            }
            group.cancelAll()
        }
        let outcome = history.outcome(wasInterrupted: schedule.isCancelled, at: clock.now())
        try await tell([.runFinished(outcome)])
        return outcome
    }

    /// Cancelling the run's task has cancelled every body in the group, so `cancel` needs nothing but to be told.
    private mutating func interrupt(in group: inout ThrowingTaskGroup<Signal, any Error>) async throws {
        guard !schedule.isCancelled else { return }
        let actions = schedule.cancel()
        let running = actions.compactMap { action -> TaskID? in
            guard case .cancel(let task) = action else { return nil }
            return task
        }
        try await tell([.interruptRequested(running: running)])
        try await perform(actions, in: &group)
    }

    private mutating func attemptEnded(
        _ task: TaskID, _ end: Schedule.AttemptEnd, in group: inout ThrowingTaskGroup<Signal, any Error>
    ) async throws {
        var done: [TaskID: TaskState] = [:]
        if case .succeeded(let report) = end, let found = report.members, !found.isEmpty {
            done = try await self.done(found.map(history.facts(of: task).member))
        }
        let waited = history.waited(task, at: clock.now())
        try await perform(schedule.attemptEnded(task, end, waited: waited, done: done), in: &group)
    }

    private func watchDeadlines(in group: inout ThrowingTaskGroup<Signal, any Error>) {
        var deadlines = history.start.tasks.compactMap { task in task.deadline.map { (Optional(task.id), $0) } }
        if let deadline = options.deadline { deadlines.append((nil, deadline)) }
        for (task, limit) in deadlines {
            group.addTask { [clock] in
                do { try await clock.sleep(limit) } catch { return .interrupted }
                return .late(task, after: limit)
            }
        }
    }

    private func tellLate(_ task: TaskID?, after limit: Duration) async throws {
        if let task, schedule.state(of: task)?.isEnd == true { return }
        try await tell([.deadlineMissed(task, after: limit)])
    }

    private mutating func perform(
        _ actions: [Schedule.Action],
        in group: inout ThrowingTaskGroup<Signal, any Error>
    ) async throws {
        let now = clock.now()
        var events: [RunEvent] = []
        for action in actions {
            if let event = history.event(for: action, at: now) { events.append(event) }
        }
        for case .start(let task, _) in actions {
            recorded.fingerprints[task] = fingerprint(history.facts(of: task), schedule.failedInputs(of: task))
        }
        for case .taskExpanded(_, let members) in events { recorded.add(members) }
        try await tell(events, at: now)
        for action in actions {
            switch action {
            case .start(let task, let attempt):
                let body = attemptBody(history.facts(of: task), attempt: attempt, .work)
                group.addTask { .ended(task, await body()) }
            case .gather(let task, let attempt, let reports):
                let body = attemptBody(history.facts(of: task), attempt: attempt, .gather(reports))
                group.addTask { .ended(task, await body()) }
            case .retry(let task, let wait, _, _), .look(let task, let wait, _):
                group.addTask { [clock] in
                    // Cut short by an interrupt, it is due at once; the schedule then starts nothing.
                    do { try await clock.sleep(wait) } catch { return .interrupted }
                    return .retryDue(task)
                }
            case .expand, .cancel, .finish: break
            }
        }
    }

    private func attemptBody(
        _ task: TaskFacts, attempt: Int, _ phase: TaskContext.Phase
    ) -> @Sendable () async -> Schedule.AttemptEnd {
        let (sinks, clock, body, redact) = (sinks, clock, body, options.redaction)
        var context = TaskContext(
            run: history.start.run,
            task: task.id,
            attempt: attempt,
            startedAt: history.startedAt,
            log: { level, message, fields in
                let event = RunEvent.taskLogged(
                    task.id,
                    attempt: attempt,
                    level,
                    redact(message),
                    fields: redact(fields)
                )
                for sink in sinks { sink(event, clock.now()) }
            },
            progress: { rows in
                for sink in sinks { sink(.taskProgressed(task.id, rows: rows), clock.now()) }
            }
        )
        context.phase = phase
        context.failedInputs = schedule.failedInputs(of: task.id)
        return { [context] in
            switch await performAttempt(task, context, clock, body) {
            case .succeeded(let report): .succeeded(redact(report))
            case .failed(let failure): .failed(redact(failure))
            case .cancelled: .cancelled
            }
        }
    }

    private func tell(_ events: [RunEvent], at moment: Date? = nil) async throws {
        let now = moment ?? clock.now()
        try await store.record(events, of: recorded, at: now)
        for event in events {
            for sink in sinks { sink(event, now) }
        }
    }

    /// Returns when the run is cancelled: a stream that never yields ends only then.
    private static func interruption() async -> Signal {
        let (stream, continuation) = AsyncStream<Never>.makeStream()
        for await _ in stream {}
        continuation.finish()
        return .interrupted
    }

    private static func beat(_ run: RunID, _ store: RunStore, _ clock: RunClock) async throws -> Signal {
        while true {
            do { try await clock.sleep(RunStore.heartbeat) } catch { return .heartbeatStopped }
            try await store.renewLease(of: run, at: clock.now())
        }
    }
}
