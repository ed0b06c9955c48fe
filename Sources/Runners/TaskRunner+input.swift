import Algebra
import DuckDBEngine
import Engines
import Execution
import Expressions
import Foundation
import Kinds
import LakeStorage
import Planning
import Reporting

/// A dataset as a task reads it.
struct TaskInput: Sendable {
    /// What may stand behind FROM.
    var relation: SQL
    /// What is to be told, where it is not what this run made.
    var note: String?
}

extension TaskRunner {
    /// The published file of a dataset that another task makes, or what stands for it where that task was not done and
    /// this one goes on all the same. The task may also not have been chosen.
    func input(_ path: String, _ context: TaskContext) throws -> TaskInput {
        let failed = context.failedInputs.first { tasks[$0.key]?.publishedPath == path }
        switch failed?.value {
        case .usePrevious?: return try previous(path)
        case .continue?:
            guard let row = row(of: path) else { return try previous(path) }
            return TaskInput(relation: "(\(emptyRelation(row)))", note: "'\(path)' was not made, and counts as empty")
        case .stop?, nil: return TaskInput(relation: readParquet([try input(path)]))
        }
    }

    /// Where the published file of a dataset lies.
    func input(_ path: String) throws -> String {
        guard let file = try lake.published(path) else {
            throw TaskFailure(
                "there is no '\(path)' in the lake yet", code: Rule.datasetNotPublished.code,
                hint: "a '+' before the selector runs what a task needs too: '--select +TASK'")
        }
        return file.location
    }

    /// What an earlier run published: for the same interval, or else the latest of the dataset.
    private func previous(_ path: String) throws -> TaskInput {
        let parts = path.split(separator: "/")
        let name = path.lastPart(after: "/")
        let folder = parts.prefix(2).joined(separator: "/")
        let earlier = try lake.list(folder).filter { $0.path.hasSuffix("/\(name)") }
        guard
            let file = try lake.published(path)
                ?? earlier.max(by: { $0.modifiedNanoseconds < $1.modifiedNanoseconds })
        else {
            throw TaskFailure(
                "'\(path)' was not made, and no earlier run has published it", code: Rule.datasetNotPublished.code,
                hint: "mend the task that makes it; 'on_failure: continue' takes it as empty")
        }
        let age = Duration.seconds(Date().timeIntervalSince1970 - Double(file.modifiedNanoseconds) / 1e9)
        return TaskInput(
            relation: readParquet([file.location]), note: "'\(path)' was not made: read '\(file.path)', \(age.text) old"
        )
    }

    private func row(of path: String) -> RowType? {
        for task in plan.tasks where task.publishedPath == path {
            switch task.work {
            case .ingest(let work): return work.row
            case .transform(let work): return work.relation.row
            case .wait, .generate, .check, .load: continue
            }
        }
        return nil
    }
}

extension PlannedTask {
    /// The dataset's path in the lake that is there when the task is done, or its check.
    fileprivate var publishedPath: String? {
        switch work {
        case .ingest(let work): work.output.path
        case .transform(let work): work.output.path
        case .check(let work): work.path
        case .wait, .generate, .load: nil
        }
    }
}
