package import Foundation

/// One interval of one pipeline, as decided: waiting for its turn, or begun.
package struct ScheduledRun: Sendable, Hashable {
    /// A pipeline is due once at a moment.
    package struct Key: Sendable, Hashable, Comparable {
        package var due: Date
        package var pipeline: String

        package init(pipeline: String, due: Date) {
            self.pipeline = pipeline
            self.due = due
        }

        package static func < (a: Key, b: Key) -> Bool { (a.due, a.pipeline) < (b.due, b.pipeline) }
    }

    package var key: Key
    package var interval: RunInterval
    /// Since it was first started; the same whenever it goes on.
    package var run: RunID?

    package init(_ key: Key, _ interval: RunInterval, run: RunID? = nil) {
        self.key = key
        self.interval = interval
        self.run = run
    }
}

/// Why an interval is nobody's.
package enum IntervalSkip: String, Sendable, Hashable {
    /// Nobody looked when it was due, and the policy is not to catch up.
    case missed
    /// An earlier one was at work.
    case overlap
}

/// What the scheduler decided. It is on disk before anything follows from it.
package enum SchedulingDecision: Sendable, Hashable {
    /// Every moment of the pipeline up to this one has been decided.
    case looked(pipeline: String, until: Date)
    case plan(ScheduledRun)
    /// The intervals due from the key's moment through another.
    case skip(ScheduledRun.Key, through: Date, count: Int, IntervalSkip)
    /// To be performed: it has a run's id, and goes on where that run stands, if it has begun.
    case start(ScheduledRun)
    case end(ScheduledRun.Key)
}

/// What has been decided and is not at its end; what the run store keeps, and all that a restart goes on from.
package struct SchedulingMemory: Sendable, Hashable {
    /// By pipeline: every moment up to this one has been decided.
    package var lookedUntil: [String: Date]
    package var open: [ScheduledRun.Key: ScheduledRun]

    package init(lookedUntil: [String: Date] = [:], open: [ScheduledRun.Key: ScheduledRun] = [:]) {
        self.lookedUntil = lookedUntil
        self.open = open
    }

    package mutating func apply(_ decision: SchedulingDecision) {
        switch decision {
        case .looked(let pipeline, let until): lookedUntil[pipeline] = until
        case .plan(let run), .start(let run): open[run.key] = run
        case .end(let key): open[key] = nil
        case .skip: break
        }
    }
}
