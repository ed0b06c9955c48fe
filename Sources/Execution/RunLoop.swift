import Foundation

/// The thin shell around `Schedule`: performs its actions, feeds it what came of them, and tells everybody.
///
/// What happened is on disk before anything follows from it: a start before the body works, an end before a
/// dependent starts. What has come by the time that the loop looks is decided together and written at once, so that a
/// thousand short tasks do not wait for a thousand transactions.
struct RunLoop {
    /// What the loop waits for.
    private enum Signal: Sendable {
        case ended(TaskID, Schedule.AttemptEnd)
        case retryDue(TaskID)
        case interrupted
        case late(TaskID?, after: Duration)
        /// Other runs may have given slots back.
        case poolsDue
        /// No sign of life could be written: nobody would know that the run is alive.
        case heartbeatFailed(any Error)
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
    private let signals = Mailbox<Signal>()
    private var awaitsPools = false
    /// Between two looks at pools that other runs hold: they do not tell when they give back.
    static let poolPause: Duration = .milliseconds(500)

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
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { [signals] in
                await Self.untilCancelled()
                await signals.send(.interrupted)
            }
            group.addTask { [signals, store, clock, run = history.start.run] in
                do { try await Self.beat(run, store, clock) } catch { await signals.send(.heartbeatFailed(error)) }
            }
            watchDeadlines(in: &group)
            try await perform(schedule.begin(upToDate: upToDate), in: &group)
            while !schedule.isFinished { try await take(await signals.next(), in: &group) }
            group.cancelAll()
        }
        let outcome = history.outcome(wasInterrupted: schedule.isCancelled, at: clock.now())
        try await tell([.runFinished(outcome)])
        return outcome
    }

    /// Whatever follows from several signals is performed together.
    private mutating func take(
        _ signals: [Signal], in group: inout ThrowingDiscardingTaskGroup<any Error>
    ) async throws {
        var actions: [Schedule.Action] = []
        for signal in signals {
            switch signal {
            case .ended(let task, let end): actions += try await attemptEnded(task, end)
            case .retryDue(let task): actions += schedule.retryIsDue(task)
            case .interrupted:
                try await perform(actions, in: &group)
                actions = []
                try await interrupt(in: &group)
            case .poolsDue:
                awaitsPools = false
                actions += schedule.poolsMayHaveRoom()
            case .late(let task, let limit): try await tellLate(task, after: limit)
            case .heartbeatFailed(let error): throw error
            }
        }
        try await perform(actions, in: &group)
    }

    /// Cancelling the run's task has cancelled every body in the group, so `cancel` needs nothing but to be told.
    private mutating func interrupt(in group: inout ThrowingDiscardingTaskGroup<any Error>) async throws {
        guard !schedule.isCancelled else { return }
        let actions = schedule.cancel()
        let running = actions.compactMap { action -> TaskID? in
            guard case .cancel(let task) = action else { return nil }
            return task
        }
        try await tell([.interruptRequested(running: running)])
        try await perform(actions, in: &group)
    }

    private mutating func attemptEnded(_ task: TaskID, _ end: Schedule.AttemptEnd) async throws -> [Schedule.Action] {
        var done: [TaskID: TaskState] = [:]
        if case .succeeded(let report) = end, let found = report.members, !found.isEmpty {
            done = try await self.done(found.map(history.facts(of: task).member))
        }
        if !schedule.needs(of: task).isEmpty { try await store.giveBackSlots(of: task, in: history.start.run) }
        let waited = history.waited(task, at: clock.now())
        return schedule.attemptEnded(task, end, waited: waited, done: done)
    }

    private func watchDeadlines(in group: inout ThrowingDiscardingTaskGroup<any Error>) {
        var deadlines = history.start.tasks.compactMap { task in task.deadline.map { (Optional(task.id), $0) } }
        if let deadline = options.deadline { deadlines.append((nil, deadline)) }
        for (task, limit) in deadlines {
            group.addTask { [signals, clock] in
                do { try await clock.sleep(limit) } catch { return }  // the run has ended first
                await signals.send(.late(task, after: limit))
            }
        }
    }

    private func tellLate(_ task: TaskID?, after limit: Duration) async throws {
        if let task, schedule.state(of: task)?.isEnd == true { return }
        try await tell([.deadlineMissed(task, after: limit)])
    }

    /// The actions without the starts of tasks whose slots other runs hold; these wait, as the events tell, and what may
    /// start in their place does.
    private mutating func admitted(
        _ actions: [Schedule.Action], in group: inout ThrowingDiscardingTaskGroup<any Error>
    ) async throws -> (actions: [Schedule.Action], waits: [RunEvent]) {
        guard !options.pools.isEmpty else { return (actions, []) }
        var (admitted, waits, rest) = ([Schedule.Action](), [RunEvent](), actions[...])
        while let action = rest.popFirst() {
            guard let task = action.startedTask, let shortage = try await shortage(of: task) else {
                admitted.append(action)
                continue
            }
            rest += schedule.takeBack(task, closing: shortage.pools)
            let next = clock.now().addingTimeInterval(Self.poolPause / .seconds(1))
            waits.append(history.waits(task, seen: shortage.seen, nextLook: next))
            awaitPools(in: &group)
        }
        return (admitted, waits)
    }

    /// Nil where the task has its slots, or needs none.
    private func shortage(of task: TaskID) async throws -> PoolShortage? {
        let needs = schedule.needs(of: task)
        guard !needs.isEmpty else { return nil }
        return try await store.takeSlots(needs, of: options.pools, for: task, in: history.start.run, at: clock.now())
    }

    private mutating func awaitPools(in group: inout ThrowingDiscardingTaskGroup<any Error>) {
        guard !awaitsPools else { return }
        awaitsPools = true
        group.addTask { [signals, clock] in
            do { try await clock.sleep(Self.poolPause) } catch { return }  // the run is interrupted, and told so
            await signals.send(.poolsDue)
        }
    }

    private mutating func perform(
        _ decided: [Schedule.Action],
        in group: inout ThrowingDiscardingTaskGroup<any Error>
    ) async throws {
        let (actions, waits) = try await admitted(decided, in: &group)
        guard !actions.isEmpty || !waits.isEmpty else { return }
        let now = clock.now()
        var events: [RunEvent] = []
        for action in actions {
            if let event = history.event(for: action, at: now) { events.append(event) }
        }
        for case .start(let task, _) in actions {
            recorded.fingerprints[task] = fingerprint(history.facts(of: task), schedule.failedInputs(of: task))
        }
        for case .taskExpanded(let task, let members) in events { recorded.add(members, of: task) }
        try await tell(events + waits, at: now)
        for action in actions {
            switch action {
            case .start(let task, let attempt):
                let body = attemptBody(history.facts(of: task), attempt: attempt, .work)
                group.addTask { [signals] in await signals.send(.ended(task, await body())) }
            case .gather(let task, let attempt, let reports):
                let body = attemptBody(history.facts(of: task), attempt: attempt, .gather(reports))
                group.addTask { [signals] in await signals.send(.ended(task, await body())) }
            case .retry(let task, let wait, _, _), .look(let task, let wait, _):
                group.addTask { [signals, clock] in
                    do { try await clock.sleep(wait) } catch { return }  // the run is interrupted, and told so
                    await signals.send(.retryDue(task))
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
        context.isForced = options.force.includes(task.member?.of ?? task.id)
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
        try await store.record(events, of: recorded.part(for: events), at: now)
        for event in events {
            for sink in sinks { sink(event, now) }
        }
    }

    /// Returns when the run is cancelled: a stream that never yields ends only then.
    private static func untilCancelled() async {
        let (stream, continuation) = AsyncStream<Never>.makeStream()
        for await _ in stream {}
        continuation.finish()
    }

    private static func beat(_ run: RunID, _ store: RunStore, _ clock: RunClock) async throws {
        while true {
            do { try await clock.sleep(RunStore.heartbeat) } catch { return }  // the run has ended
            try await store.renewLease(of: run, at: clock.now())
        }
    }
}

extension Schedule.Action {
    /// The task that it starts to work; nil for everything else.
    fileprivate var startedTask: TaskID? {
        switch self {
        case .start(let task, _), .gather(let task, _, _): task
        case .retry, .look, .expand, .cancel, .finish: nil
        }
    }
}
