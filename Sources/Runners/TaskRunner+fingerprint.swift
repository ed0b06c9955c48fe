package import Execution
import Planning

extension TaskRunner {
    /// What a task's output follows from, with the files as they are now: those that a sensor has waited for were not
    /// there when the run was planned.
    func fingerprint(of task: String) -> String? {
        guard plan.tasks.contains(where: { if case .wait = $0.work { true } else { false } }) else { return fingerprints[task] }
        var files = plan.files
        for ingest in plan.tasks where files[ingest.id] != nil {
            if case .ingest(let work) = ingest.work { files[ingest.id] = fileFacts(matching: work.path, in: folder) }
        }
        return taskFingerprints(of: plan.tasks, files: files, run: run.rawValue)[task]
    }

    package func currentFingerprint(_ facts: TaskFacts) -> String? {
        facts.member == nil ? fingerprint(of: facts.id.rawValue) : facts.fingerprint
    }
}
