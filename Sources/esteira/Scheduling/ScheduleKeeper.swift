import Execution
import Foundation
import Kinds
import Planning
import Reporting

/// The thin shell around `Scheduler`: looks at the clock, writes decisions down, performs them in this process.
struct ScheduleKeeper: Sendable {
    private enum Signal: Sendable {
        case ended(ScheduledRun.Key, Performed)
        case awake
        case silent
    }

    /// How a start ended.
    private struct Performed: Sendable {
        var end: Scheduler.End
        var code: Execution.ExitCode
    }

    /// A clock that is set, a machine that slept, and files that changed are noticed after so many seconds.
    private static let patience: TimeInterval = 5
    private static let heartbeat = Duration.seconds(10)

    let target: String
    let kept: KeptSchedules
    let runner: IntervalRunner
    /// Most runs at a time.
    let width: Int
    /// Ends when nothing is left to do now.
    let isOnce: Bool

    private var store: RunStore { runner.parts.store }
    private var schedules: [PipelineSchedule] { kept.schedules }

    func run() async throws -> Execution.ExitCode {
        do {
            try await store.takeSchedule(target: target, at: Date())
        } catch let refusal as RunRefusal {
            report(Language.spoken.text("error: \(refusal.message)"))
            report("  " + Language.spoken.text("help: \(refusal.hint)"))
            throw ToldAlready(exitCode: refusal.exitCode)
        }
        let codes = try await interruptible { try await keep() }
        try await store.leaveSchedule(target: target)
        guard isOnce else { return .success }
        return [.interrupted, .cannotStart, .refused, .failures].first { codes.contains($0) } ?? .success
    }

    private func keep() async throws -> Set<Execution.ExitCode> {
        var scheduler = Scheduler(
            schedules.map(\.facts), width: width, memory: try store.schedulingMemory(target: target)
        ) { now in
            var random = SystemRandomNumberGenerator()
            return RunID(startedAt: now, using: &random)
        }
        var codes: Set<Execution.ExitCode> = []
        try await withThrowingTaskGroup(of: Signal.self) { group in
            group.addTask { try await keepAlive() }
            var isWaking = false
            while true {
                if !Task.isCancelled { try await look(&scheduler, in: &group) }
                if scheduler.isIdle, isOnce || Task.isCancelled { break }
                if !isWaking, !Task.isCancelled {
                    isWaking = true
                    group.addTask { [next = scheduler.nextMoment(after: Date())] in await Self.sleep(until: next) }
                }
                switch try await group.next() {
                case .ended(let key, let performed):
                    codes.insert(performed.code)
                    try await store.record(scheduler.ended(key, performed.end, at: Date()), target: target, at: Date())
                case .awake:
                    isWaking = false
                    if !isOnce, kept.refresh() { scheduler.replace(with: schedules.map(\.facts)) }
                case .silent, nil: break
                }
            }
            group.cancelAll()
        }
        if Task.isCancelled { codes.insert(.interrupted) }
        for run in scheduler.waiting where run.run == nil { tellWaiting(run) }
        return codes
    }

    private func look(
        _ scheduler: inout Scheduler, in group: inout ThrowingTaskGroup<Signal, any Error>
    ) async throws {
        let now = Date()
        let decisions = try scheduler.look(at: now, isPublished: isMade)
        try await store.record(decisions, target: target, at: now)
        for decision in decisions {
            tellSkipped(decision)
            if case .start(let run) = decision {
                group.addTask { .ended(run.key, await endOfRun(run)) }
            }
        }
    }

    private func isMade(_ dataset: String, _ interval: RunInterval) throws -> Bool {
        guard let upstream = schedules.flatMap(\.upstream).first(where: { $0.name == dataset }) else { return true }
        return try store.isDone(upstream.tasks.map { TaskID($0) }, of: upstream.pipeline, target: target, for: interval)
    }

    // MARK: Performing

    private func endOfRun(_ start: ScheduledRun) async -> Performed {
        guard let run = start.run, let schedule = schedules.first(where: { $0.pipeline == start.key.pipeline }),
            let interval = schedule.series.interval(due: Int64(start.key.due.timeIntervalSince1970))
        else { return Performed(end: .finished, code: .success) }
        let name = "\(start.key.pipeline) \(schedule.series.name(of: interval))"
        do {
            // It may have come to its end just before the process did.
            if let record = try store.run(run), [.succeeded, .failed].contains(record.state) {
                return Performed(end: .finished, code: record.state == .succeeded ? .success : .failures)
            }
            report("\(name)  run \(run) \(try store.run(run) == nil ? "started" : "resumed")")
            let outcome = try await runner.run(start.key.pipeline, interval, of: schedule.series, as: run)
            report("\(name)  \(outcome.line)")
            return Performed(end: outcome.exitCode == .interrupted ? .postponed : .finished, code: outcome.exitCode)
        } catch let refusal as RunRefusal {
            report("\(name)  " + Language.spoken.text(refusal.message))
            return Performed(end: .postponed, code: refusal.exitCode)
        } catch {
            report("\(name)  \(error)")
            return Performed(end: .postponed, code: .cannotStart)
        }
    }

    private func tellSkipped(_ decision: SchedulingDecision) {
        guard case .skip(let key, let through, let count, let reason) = decision else { return }
        let stretch = count == 1 ? "" : " … \(through.formatted(.iso8601)) (\(count))"
        let why =
            switch reason {
            case .missed: "left out: missed, and not to be caught up"
            case .overlap: "left out: an earlier one is at work"
            }
        report("\(key.pipeline)  due \(key.due.formatted(.iso8601))\(stretch)  \(why)")
    }

    private func tellWaiting(_ run: ScheduledRun) {
        guard let schedule = schedules.first(where: { $0.pipeline == run.key.pipeline }) else { return }
        let upstream = schedule.upstream.map(\.name).joined(separator: ", ")
        report("\(run.key.pipeline)  due \(run.key.due.formatted(.iso8601))  waits for \(upstream)")
    }

    // MARK: Time

    private static func sleep(until next: Date?) async -> Signal {
        let wait = min(max(0, next?.timeIntervalSinceNow ?? patience), patience)
        await RunClock.live.pause(.seconds(wait))
        return .awake
    }

    private func keepAlive() async throws -> Signal {
        while true {
            do { try await Task.sleep(for: Self.heartbeat) } catch { return .silent }
            try await store.renewSchedule(target: target, at: Date())
        }
    }
}
