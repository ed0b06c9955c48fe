package import Foundation

/// Decides which intervals of which pipelines run, and when; does none of it and asks no clock.
///
/// The caller looks now and then, writes the decisions down, starts what they say, and tells how it ended. A scheduler
/// made from what was written down goes on as this one would have: what had been started is started again, under the
/// same run's id.
package struct Scheduler: Sendable {
    /// How the performing of a start ended.
    package enum End: Sendable, Hashable {
        /// The run is at its end, well or not.
        case finished
        /// It could not begin or was stopped: the same start comes again.
        case postponed
    }

    /// What is later than this was missed.
    package static let grace: TimeInterval = 3600
    /// Before a start is tried again that could not begin.
    package static let pause: TimeInterval = 60

    private var pipelines: [String: ScheduledPipeline]
    /// Most runs at a time.
    private let width: Int
    package private(set) var memory: SchedulingMemory
    /// What is being performed.
    private var running: Set<ScheduledRun.Key> = []
    private var postponed: [ScheduledRun.Key: Date] = [:]
    private let newRun: @Sendable (Date) -> RunID

    /// - Parameter newRun: a name for a run that starts at a moment.
    package init(
        _ pipelines: [ScheduledPipeline],
        width: Int,
        memory: SchedulingMemory = SchedulingMemory(),
        newRun: @escaping @Sendable (Date) -> RunID
    ) {
        self.pipelines = Self.byName(pipelines)
        self.width = max(1, width)
        self.memory = memory
        self.newRun = newRun
    }

    /// From now on these hold: what was decided stays decided, and what is due follows from them since the last look.
    package mutating func replace(with pipelines: [ScheduledPipeline]) { self.pipelines = Self.byName(pipelines) }

    private static func byName(_ pipelines: [ScheduledPipeline]) -> [String: ScheduledPipeline] {
        Dictionary(pipelines.map { ($0.name, $0) }, uniquingKeysWith: { $1 })
    }

    package var isIdle: Bool { running.isEmpty }

    /// Everything that follows from its being this late.
    ///
    /// - Parameter isPublished: whether a dataset of `after` is there for an interval.
    package mutating func look(
        at now: Date, isPublished: (String, RunInterval) throws -> Bool
    ) rethrows -> [SchedulingDecision] {
        var decisions: [SchedulingDecision] = []
        for name in pipelines.keys.sorted() {
            guard let pipeline = pipelines[name] else { continue }
            try decide(pipeline, at: now, isPublished, &decisions)
        }
        try start(at: now, isPublished, &decisions)
        return decisions
    }

    package mutating func ended(_ key: ScheduledRun.Key, _ end: End, at now: Date) -> [SchedulingDecision] {
        guard running.remove(key) != nil else { return [] }
        guard end == .finished else {
            postponed[key] = now.addingTimeInterval(Self.pause)
            return []
        }
        return [take(.end(key))]
    }

    /// When to look again at the latest, if nothing ends before: nil where nothing is ever due. What waits for a
    /// dataset, or for its clock to be set, has no moment of its own.
    package func nextMoment(after now: Date) -> Date? {
        let due = pipelines.values.compactMap { $0.next(max(now, memory.lookedUntil[$0.name] ?? now)) }
        return (due + postponed.values.filter { $0 > now }).min()
    }

    /// What is decided and not being performed, in order.
    package var waiting: [ScheduledRun] {
        memory.open.values.filter { !running.contains($0.key) }.sorted { $0.key < $1.key }
    }

    // MARK: What is due

    private mutating func decide(
        _ pipeline: ScheduledPipeline, at now: Date, _ isPublished: (String, RunInterval) throws -> Bool,
        _ decisions: inout [SchedulingDecision]
    ) rethrows {
        guard let until = memory.lookedUntil[pipeline.name] ?? pipeline.start?.addingTimeInterval(-1) else {
            decisions.append(take(.looked(pipeline: pipeline.name, until: now)))
            return
        }
        // A clock that was set back comes here again when it is where it was.
        guard now > until else { return }
        let due = pipeline.moments(until, now).compactMap { moment -> ScheduledRun? in
            guard let interval = pipeline.interval(moment), interval.start >= pipeline.start ?? .distantPast else {
                return nil
            }
            return ScheduledRun(.init(pipeline: pipeline.name, due: moment), interval)
        }
        guard !due.isEmpty else { return }
        let kept = pipeline.catchup.kept(of: due, at: now)
        if let first = due.first, let last = due.dropLast(kept.count).last {
            decisions.append(
                take(.skip(first.key, through: last.key.due, count: due.count - kept.count, .missed)))
        }
        for run in kept {
            // What is caught up together follows each other; only a newcomer finds one at work.
            if pipeline.overlap == .skip, kept.count == 1, try isAtWork(pipeline, isPublished) {
                decisions.append(take(.skip(run.key, through: run.key.due, count: 1, .overlap)))
            } else {
                decisions.append(take(.plan(run)))
            }
        }
        decisions.append(take(.looked(pipeline: pipeline.name, until: now)))
    }

    /// Whether an interval of the pipeline has begun, or only waits for a slot.
    private func isAtWork(
        _ pipeline: ScheduledPipeline, _ isPublished: (String, RunInterval) throws -> Bool
    ) rethrows -> Bool {
        for run in memory.open.values where run.key.pipeline == pipeline.name {
            if try run.run != nil || pipeline.after.allSatisfy({ try isPublished($0, run.interval) }) { return true }
        }
        return false
    }

    // MARK: What may start

    private mutating func start(
        at now: Date, _ isPublished: (String, RunInterval) throws -> Bool, _ decisions: inout [SchedulingDecision]
    ) rethrows {
        // What was begun goes before what was not.
        let candidates = waiting.sorted { a, b in
            (a.run == nil) == (b.run == nil) ? a.key < b.key : a.run != nil
        }
        // An interval that waits to be tried again keeps its place: those behind it build on it.
        var held: Set<String> = []
        for var run in candidates where running.count < width && !held.contains(run.key.pipeline) {
            guard let pipeline = pipelines[run.key.pipeline] else { continue }
            guard postponed[run.key, default: now] <= now else {
                if pipeline.overlap != .allow { held.insert(pipeline.name) }
                continue
            }
            let others = running.filter { $0.pipeline == pipeline.name }
            if pipeline.overlap != .allow || pipeline.sharesFiles {
                guard others.isEmpty else { continue }
            } else {
                // Two runs of one day write the same files.
                guard !others.contains(where: { memory.open[$0]?.interval == run.interval }) else { continue }
            }
            if run.run == nil, try !pipeline.after.allSatisfy({ try isPublished($0, run.interval) }) { continue }
            run.run = run.run ?? newRun(now)
            postponed[run.key] = nil
            running.insert(run.key)
            decisions.append(take(.start(run)))
        }
    }

    private mutating func take(_ decision: SchedulingDecision) -> SchedulingDecision {
        memory.apply(decision)
        return decision
    }
}

extension ScheduledPipeline.Catchup {
    /// Those that are run, of what is due and was not decided before. Only the last can be in time.
    fileprivate func kept(of due: [ScheduledRun], at now: Date) -> ArraySlice<ScheduledRun> {
        switch self {
        case .none:
            due.suffix(1).filter { now.timeIntervalSince($0.key.due) <= Scheduler.grace }[...]
        case .latest: due.suffix(1)
        case .all(let most): due.suffix(most ?? due.count)
        }
    }
}
