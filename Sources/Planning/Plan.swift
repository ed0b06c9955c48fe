package import Kinds
package import Reporting

/// What a run would do, as a value: printed, saved, compared, and run exactly.
package struct Plan: Sendable {
    package var project: String
    package var pipeline: Pipeline
    package var profile: Profile
    /// In an order in which each task comes after those it depends on: by wave, then as declared.
    package var tasks: [PlannedTask]
    /// Why each task runs or does not, by id.
    package var reasons: [String: Reason]
    package var findings: Diagnostics
    /// The files that tasks without a maker read, as they were while planning.
    package var files: [String: [FileFact]]
    package var inputs: PlanInputs
    /// What earlier runs left, as planning saw it: by task id.
    package var ledger: [String: CompletedTask]
    /// Milliseconds that tasks took in earlier runs, latest first: by task id.
    package var durations: [String: [Int]]
    package var usages: [EarlierUsage]
    /// What keeps tasks from being done: by task id. Nothing where nobody looked.
    package var holds: [String: Hold] = [:]

    package enum Reason: Hashable, Sendable {
        /// Never completed with these parameters.
        case new
        /// What it does has changed.
        case definition
        /// Something it reads has changed; names the first such task, or the files.
        case input(String)
        /// It reads `run.started_at`, which is new in each run.
        case clock
        /// It looks for what is outside, in each run.
        case look
        /// The ledger has it, and its output is gone.
        case missing
        case upToDate
    }

    package subscript(id: String) -> PlannedTask? { tasks.first { $0.id == id } }
}

extension Plan.Reason {
    package var runs: Bool { self != .upToDate }
}

extension Plan {
    /// The checks, in order.
    package var checks: [CheckWork] {
        tasks.compactMap { task in
            if case .check(let work) = task.work { work } else { nil }
        }
    }
}

extension Plan {
    package var edges: [(from: String, to: String)] {
        tasks.flatMap { task in task.dependsOn.map { ($0, task.id) } }
    }
}
