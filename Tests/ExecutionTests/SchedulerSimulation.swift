import Foundation

@testable import Execution

/// A scheduler at a clock that the test moves, with a disk that a restart finds again.
struct SchedulerSimulation {
    var now: Date
    /// How long a run takes, by pipeline; none: no time at all.
    var durations: [String: TimeInterval] = [:]
    /// Whether a dataset is there for an interval.
    var isPublished: (String, RunInterval) -> Bool = { _, _ in true }
    /// What is on disk.
    private(set) var memory = SchedulingMemory()
    /// Everything decided, in words: `orders 2026-01-01T06:00:00Z start`.
    private(set) var told: [String] = []
    /// Runs that came to their end: the interval's start for each, in the order of their ends.
    private(set) var done: [String: [Date]] = [:]
    private(set) var runs: [ScheduledRun.Key: Set<RunID>] = [:]
    private(set) var skipped = 0
    /// The most runs of one pipeline that worked at the same time.
    private(set) var widest = 0

    private let pipelines: [ScheduledPipeline]
    private let width: Int
    private var scheduler: Scheduler
    private var atWork: [(end: Date, run: ScheduledRun)] = []
    private let numbers = Numbers()

    private final class Numbers: @unchecked Sendable {
        // One test's thread alone.
        private var last = 0
        func next() -> RunID {
            last += 1
            return RunID("r\(last)")
        }
    }

    init(_ pipelines: [ScheduledPipeline], at start: String, width: Int = 8) {
        self.pipelines = pipelines
        self.width = width
        now = moment(start)
        let numbers = numbers
        scheduler = Scheduler(pipelines, width: width) { _ in numbers.next() }
        look()
    }

    /// As a process that was killed and begins again: what worked is gone, what was written is there.
    mutating func restart() {
        let numbers = numbers
        atWork = []
        scheduler = Scheduler(pipelines, width: width, memory: memory) { _ in numbers.next() }
        look()
    }

    /// Moves the clock from event to event, as the shell does.
    mutating func run(until end: String, restartingAtEachStep: Bool = false) {
        let end = moment(end)
        while true {
            let next = [scheduler.nextMoment(after: now), atWork.map(\.end).min()].compactMap(\.self).min() ?? end
            guard next <= end else { break }
            now = max(now, next)
            finishDue()
            look()
            if restartingAtEachStep { restart() }
        }
        now = end
        look()
    }

    mutating func look() {
        perform(scheduler.look(at: now, isPublished: isPublished))
        // Runs that take no time are at their ends already.
        while finishDue() { perform(scheduler.look(at: now, isPublished: isPublished)) }
    }

    @discardableResult private mutating func finishDue() -> Bool {
        let ended = atWork.filter { $0.end <= now }
        atWork.removeAll { $0.end <= now }
        for (_, run) in ended {
            done[run.key.pipeline, default: []].append(run.interval.start)
            perform(scheduler.ended(run.key, .finished, at: now))
        }
        return !ended.isEmpty
    }

    private mutating func perform(_ decisions: [SchedulingDecision]) {
        for decision in decisions {
            memory.apply(decision)
            switch decision {
            case .looked: break
            case .plan(let run): told.append("\(run.key.words) plan")
            case .skip(let key, let through, let count, let reason):
                skipped += count
                told.append("\(key.words) … \(through.formatted(.iso8601)) (\(count)) \(reason.rawValue)")
            case .start(let run):
                told.append("\(run.key.words) start")
                if let id = run.run { runs[run.key, default: []].insert(id) }
                atWork.append((now.addingTimeInterval(durations[run.key.pipeline] ?? 0), run))
                widest = max(
                    widest, Dictionary(grouping: atWork, by: \.run.key.pipeline).values.map(\.count).max() ?? 0)
            case .end(let key): told.append("\(key.words) end")
            }
        }
    }
}

extension Scheduler {
    /// Where every dataset is there.
    mutating func look(at now: Date) -> [SchedulingDecision] { look(at: now) { _, _ in true } }
}

extension ScheduledRun.Key {
    fileprivate var words: String { "\(pipeline) \(due.formatted(.iso8601))" }
}

func moment(_ text: String) -> Date {
    guard let date = try? Date(text, strategy: .iso8601) else { preconditionFailure("'\(text)' is no moment") }
    return date
}

/// Due at one time of every day of a zone, for the day before; where clocks change at the moment they show it first.
func daily(
    _ name: String, at hour: Int, in zone: String = "UTC", start: String? = nil,
    catchup: ScheduledPipeline.Catchup = .latest, overlap: ScheduledPipeline.Overlap = .skip, after: [String] = []
) -> ScheduledPipeline {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = TimeZone(identifier: zone) ?? .gmt
    let days = calendar
    let next: @Sendable (Date) -> Date? = { date in
        days.nextDate(
            after: date, matching: DateComponents(hour: hour, minute: 0, second: 0), matchingPolicy: .nextTime)
    }
    return ScheduledPipeline(
        name: name, start: start.map(moment), catchup: catchup, overlap: overlap, after: after,
        moments: { first, last in
            var moments: [Date] = []
            while let due = next(moments.last ?? first), due <= last { moments.append(due) }
            return moments
        },
        next: next,
        interval: { due in
            let today = days.startOfDay(for: due)
            return days.date(byAdding: .day, value: -1, to: today).map { RunInterval(start: $0, end: today) }
        })
}

/// Due every so many seconds, for the time since.
func every(
    _ name: String, seconds: TimeInterval, catchup: ScheduledPipeline.Catchup = .latest,
    overlap: ScheduledPipeline.Overlap = .skip, sharesFiles: Bool = false
) -> ScheduledPipeline {
    let next: @Sendable (Date) -> Date = { date in
        Date(timeIntervalSince1970: ((date.timeIntervalSince1970 / seconds).rounded(.down) + 1) * seconds)
    }
    return ScheduledPipeline(
        name: name, catchup: catchup, overlap: overlap, sharesFiles: sharesFiles,
        moments: { first, last in
            Array(sequence(first: next(first)) { next($0) }.prefix { $0 <= last })
        },
        next: next,
        interval: { RunInterval(start: $0.addingTimeInterval(-seconds), end: $0) })
}
