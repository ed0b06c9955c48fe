/// Runs tasks to their ends and returns them; a failed task is an end, not an error.
///
/// A task is done already when the ledger has its fingerprint in the options' scope, `isStillThere` says that its
/// output exists, and it is not forced: that is up to date, and it is resume too. Cancelling the calling task stops the
/// run cleanly: running bodies are cancelled and awaited, and the outcome is returned as interrupted.
///
/// `fingerprint` is asked when a task starts: what a sensor has waited for, and which inputs the task goes on without,
/// is known only then.
///
/// Throws `TaskGraphError`, `RunRefusal`, or what the store could not do.
package func run(
    _ tasks: [TaskFacts],
    options: RunOptions,
    store: RunStore,
    clock: RunClock = .live,
    isStillThere: @escaping @Sendable (TaskFacts) async -> Bool = { _ in true },
    fingerprint: @escaping @Sendable (TaskFacts, [TaskID: FailedInput]) -> String? = { task, _ in task.fingerprint },
    events sinks: [EventSink] = [],
    body: @escaping TaskBody
) async throws -> RunOutcome {
    let graph = try TaskGraph(tasks)
    let start = try await store.begin(options, tasks: graph.tasks, at: clock.now())
    do {
        let upToDate = try await doneAlready(graph.tasks, options, store, isStillThere)
        var loop = RunLoop(
            start, graph, options: options, store: store, clock: clock, sinks: sinks,
            fingerprint: fingerprint, done: { try await doneAlready($0, options, store, isStillThere) }, body: body)
        return try await loop.run(upToDate: upToDate)
    } catch {
        // Where the store cannot be written, the first error says so; the lease dies with the process.
        try? await store.abandon(start.run, at: clock.now())
        throw error
    }
}

private func doneAlready(
    _ tasks: [TaskFacts],
    _ options: RunOptions,
    _ store: RunStore,
    _ isStillThere: (TaskFacts) async -> Bool
) async throws -> [TaskID: TaskState] {
    let ledger = try store.ledger(scope: options.scope)
    var done: [TaskID: TaskState] = [:]
    for task in tasks where !options.force.includes(task.member?.of ?? task.id) {
        guard let entry = ledger[task.id], entry.fingerprint == task.fingerprint, await isStillThere(task) else {
            continue
        }
        done[task.id] = .upToDate(entry.report, reason: "unchanged since run \(entry.run)")
    }
    for sensor in tasks where sensor.sensor != nil && !options.force.includes(sensor.id) {
        let waiting = tasks.filter { $0.dependsOn.contains(sensor.id) }
        guard !waiting.isEmpty, waiting.allSatisfy({ done[$0.id] != nil }) else { continue }
        done[sensor.id] = .upToDate(TaskReport(), reason: "all that waits for it is done")
    }
    return done
}
