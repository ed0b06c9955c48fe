/// One attempt of a task: its body, stopped at its timeout, with whatever it throws made a value.
///
/// Returns after the body has returned, whatever happens, so that nothing of an attempt works on behind its back.
func performAttempt(
    _ task: TaskFacts,
    _ context: TaskContext,
    _ clock: RunClock,
    _ body: @escaping TaskBody
) async -> Schedule.AttemptEnd {
    let (result, isLate) = await withTimeout(task.timeout, clock) { () async -> Result<TaskReport, TaskFailure> in
        do { return .success(try await body(task, context)) } catch {
            return .failure(TaskFailure(wrapping: error))
        }
    }
    switch result {
    case .success(let report): return .succeeded(report)
    case .failure(let failure):
        // What a body throws after it was told to stop is about the stopping.
        if Task.isCancelled { return .cancelled }
        guard isLate, let limit = task.timeout else { return .failed(failure) }
        return .failed(.timedOut(after: limit))
    }
}

/// Cancels the work when the time is up, then awaits it. `isLate`: the time was up first.
private func withTimeout<T: Sendable>(
    _ limit: Duration?,
    _ clock: RunClock,
    _ work: @escaping @Sendable () async -> T
) async -> (T, isLate: Bool) {
    guard let limit else { return (await work(), false) }
    return await withTaskGroup(of: T?.self) { group in
        group.addTask { await work() }
        group.addTask {
            // Cut short when the work is done or the run is cancelled.
            await clock.pause(limit)
            return nil
        }
        var isLate = false
        while let finished = await group.next() {
            if let result = finished {
                group.cancelAll()
                return (result, isLate)
            }
            isLate = true
            group.cancelAll()
        }
        preconditionFailure("the group holds the work until it returns")
    }
}
