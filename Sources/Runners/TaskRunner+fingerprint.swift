package import Execution
import Planning
import Synchronization

extension TaskRunner {
    /// What a task's output follows from, with the files as they are now: those that a sensor has waited for were not
    /// there when the run was planned.
    func fingerprint(of task: String) -> String? {
        let without = incomplete.names
        guard hasSensors || !without.isEmpty else { return fingerprints[task] }
        var files = plan.files
        for ingest in plan.tasks where hasSensors && files[ingest.id] != nil {
            if case .ingest(let work) = ingest.work { files[ingest.id] = fileFacts(matching: work.path, in: folder) }
        }
        return taskFingerprints(of: plan.tasks, files: files, run: run.rawValue, without: without)[task]
    }

    /// The same for a task that starts, and goes on without some inputs.
    package func currentFingerprint(_ facts: TaskFacts, without failed: [TaskID: FailedInput]) -> String? {
        guard facts.member == nil else { return facts.fingerprint }
        if !failed.isEmpty { incomplete.insert(facts.id.rawValue) }
        return fingerprint(of: facts.id.rawValue)
    }

    private var hasSensors: Bool {
        plan.tasks.contains { if case .wait = $0.work { true } else { false } }
    }
}

/// Names of tasks of one run, added to while it goes on.
final class StartedTasks: Sendable {
    private let state = Mutex<Set<String>>([])

    var names: Set<String> { state.withLock(\.self) }

    func insert(_ name: String) { state.withLock { _ = $0.insert(name) } }
}
