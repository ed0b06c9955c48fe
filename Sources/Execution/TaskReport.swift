/// What a task did, as it accounts for its rows. `nil`: the count has no meaning for this task.
package struct TaskReport: Sendable, Hashable, Codable {
    package var rowsIn: Int?
    package var rowsOut: Int?
    package var rejected: Int?
    package var filtered: Int?
    package var deduplicated: Int?
    /// Written.
    package var bytes: Int?
    /// Bytes sent to a server.
    package var sent: Int?
    /// Phrases for a person: "2 columns added".
    package var notes: [String]
    /// What was published: paths, tables.
    package var outputs: [String]
    /// Why nothing had to be done, when the task itself found its work done already: "batch 7f3a loaded on …".
    package var alreadyDone: String?

    /// What a sensor saw instead of what it waits for: "2 of 4 files".
    package var notYet: String?
    /// The items that a mapped task found; empty when there was none.
    package var members: [TaskMember]?

    /// Why there was nothing to work on: the task and all that depends on it are skipped, and nothing has failed.
    package var nothingToDo: String?

    package init(
        rowsIn: Int? = nil,
        rowsOut: Int? = nil,
        rejected: Int? = nil,
        filtered: Int? = nil,
        deduplicated: Int? = nil,
        bytes: Int? = nil,
        sent: Int? = nil,
        notes: [String] = [],
        outputs: [String] = []
    ) {
        self.rowsIn = rowsIn
        self.rowsOut = rowsOut
        self.rejected = rejected
        self.filtered = filtered
        self.deduplicated = deduplicated
        self.bytes = bytes
        self.sent = sent
        self.notes = notes
        self.outputs = outputs
    }

    /// The outcome of a task without anything to work on, such as a source whose file may be missing.
    package static func nothingToDo(_ reason: String) -> TaskReport {
        var report = TaskReport()
        report.nothingToDo = reason
        return report
    }

    /// The outcome of a look that has not found what it waits for.
    package static func notYet(_ seen: String) -> TaskReport {
        var report = TaskReport()
        report.notYet = seen
        return report
    }

    /// The outcome of looking for items.
    package static func found(_ members: [TaskMember]) -> TaskReport {
        var report = TaskReport()
        report.members = members
        return report
    }

    /// The outcome of a task that found its work done already; it counts as up to date.
    package static func alreadyDone(_ reason: String, _ report: TaskReport = TaskReport()) -> TaskReport {
        var report = report
        report.alreadyDone = reason
        return report
    }
}
