import Kinds
import Reporting

/// What keeps a task from being done at once, as far as planning can see.
package enum Hold: Hashable, Sendable {
    /// A run would fail at it. Says what is missing.
    case blocked(String)
    /// A run would wait for something. Says for what, and how long.
    case waiting(String)
    /// What decides whether it runs comes only with the run.
    case undecided(String)
    /// It takes no part in the run: decided by the parameters. Says why.
    case leftOut(String)
}

extension Hold {
    /// Whether a run gets to the task at all.
    var isOut: Bool {
        switch self {
        case .blocked, .leftOut: true
        case .waiting, .undecided: false
        }
    }
}

/// Finds what holds tasks up: missing files and variables, and tasks that need what these make.
struct Holds {
    private(set) var byTask: [String: Hold] = [:]

    /// - Parameter tasks: each after those it depends on.
    init(_ tasks: [PlannedTask], reasons: [String: Plan.Reason], files: [String: [FileFact]], profile: Profile) {
        for task in tasks where reasons[task.id] != .upToDate {
            byTask[task.id] = own(task, files[task.id], profile) ?? inherited(task)
        }
    }

    private func own(_ task: PlannedTask, _ files: [FileFact]?, _ profile: Profile) -> Hold? {
        if let condition = task.leftOut { return .leftOut("skipped: '\(condition)' does not hold") }
        switch task.work {
        case .wait(let work):
            if case .objects(_, let service) = work.condition, let unset = profile.unsetVariables[service]?.first {
                return .blocked("S3 service '\(service)': \(unset.message)")
            }
            guard files?.count ?? 0 < work.fewestFiles else { return nil }  // nobody looked: nothing is known to be there
            return .waiting(
                "for \(work.subject), at most \(timeInWords(milliseconds: Int(work.policy.timeout / .milliseconds(1))))"
            )
        // Its sensor waits for the files.
        case .ingest where files?.isEmpty == true && task.dependsOn.contains { $0.hasPrefix("wait.") }: return nil
        case .ingest(let work) where files?.isEmpty == true:
            if work.skipsWhenMissing { return .undecided("skipped unless a file matches '\(work.path)'") }
            guard task.policy.attempts > 1 else { return .blocked("no file matches '\(work.path)'") }
            return .waiting(
                "for '\(work.path)', tried \(task.policy.attempts) times within \(task.policy.patience), then fails")
        case .load(let work):
            guard let unset = profile.unsetVariables[work.connection]?.first else { return nil }
            return .blocked("connection '\(work.connection)': \(unset.message)")
        case .generate, .ingest, .transform, .check: return nil
        }
    }

    private func inherited(_ task: PlannedTask) -> Hold? {
        // Without the others it does not go on.
        let needed = task.dependsOn.filter { task.inputFailures[$0] == nil }
        let held = needed.compactMap { id in byTask[id].map { (id, $0) } }
        let blocking = held.first { if case .blocked = $0.1 { true } else { false } }
        if let (id, _) = blocking { return .blocked("needs '\(id)'") }
        let lacking = held.first { if case .leftOut = $0.1 { true } else { false } }
        if let (id, _) = lacking { return .leftOut("skipped, as '\(id)' is") }
        let deciding = held.first { if case .undecided = $0.1 { true } else { false } }
        return deciding.map { .undecided("skipped if '\($0.0)' is") }
    }
}

extension TaskPolicy {
    /// From the first attempt to the last, without the time that attempts take: `1 min 10 s`.
    fileprivate var patience: String {
        let waits = (1..<max(2, attempts)).map { number in
            min(isExponential ? delay * (1 << min(number - 1, 30)) : delay, maxDelay)
        }
        return timeInWords(milliseconds: Int(waits.reduce(.zero, +) / .milliseconds(1)))
    }
}

extension Plan {
    /// Adds what was found out after the plan was made.
    package mutating func hold(_ task: String, _ hold: Hold) {
        if holds[task] == nil, reasons[task]?.runs == true { holds[task] = hold }
    }
}
