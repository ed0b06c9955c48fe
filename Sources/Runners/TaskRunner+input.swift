import Execution
import LakeStorage
import Planning
import Reporting

extension TaskRunner {
    /// Where the published file of a dataset lies that another task makes. That task may not have been chosen.
    func input(_ path: String) throws -> String {
        guard let file = try lake.published(path) else {
            throw TaskFailure(
                "there is no '\(path)' in the lake yet", code: Rule.datasetNotPublished.code,
                hint: "a '+' before the selector runs what a task needs too: '--select +TASK'")
        }
        return file.location
    }
}
