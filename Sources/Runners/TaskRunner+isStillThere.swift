package import Execution
import LakeStorage
import Planning

extension TaskRunner {
    /// Whether the output of a completed task is where the next task will look for it.
    ///
    /// - Parameter completed: fingerprints of the ledger, by task.
    package func isStillThere(_ facts: TaskFacts, completed: [TaskID: String]) -> Bool {
        guard let task = tasks[facts.member?.of ?? facts.id] else { return false }
        if let member = facts.member {
            guard case .ingest(let work) = task.work else { return false }
            return isPartThere(member.key, of: work)
        }
        return switch task.work {
        // Looked for in every run.
        case .wait: false
        case .generate(let work): !fileFacts(matching: work.path, in: folder).isEmpty
        case .ingest(let work): isThere(work.output, of: task, completed)
        case .transform(let work): isThere(work.output, of: task, completed)
        case .check(let work): lake.isPublished(work.path)
        // The warehouse's own ledger knows better than ours, and is asked by the task itself.
        case .load: false
        }
    }

    /// A checked output is staged for its check, or has passed it.
    private func isThere(_ output: LakeOutput, of task: PlannedTask, _ completed: [TaskID: String]) -> Bool {
        guard output.isChecked else { return lake.isPublished(output.path) }
        if lake.isStaged(output.path, run: run.rawValue) { return true }
        let check = plan.tasks.first { $0.dependsOn.first == task.id && $0.group == .check }
        guard let check, let fingerprint = completed[TaskID(check.id)] else { return false }
        return fingerprint == fingerprints[check.id] && lake.isPublished(output.path)
    }
}
