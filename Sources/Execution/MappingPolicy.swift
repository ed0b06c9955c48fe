/// How a task that finds its items at run time makes a task of each.
package struct MappingPolicy: Sendable, Hashable, Codable {
    /// Most members at a time; `nil`: as many as the run's width.
    package var width: Int?
    package var onEmpty: OnEmpty

    /// What no item at all means.
    package enum OnEmpty: String, Sendable, Hashable, Codable, CaseIterable {
        /// The task and all that depends on it are skipped.
        case skip
        case fail
        /// The task goes on to gather what no member made.
        case ok
    }

    package init(width: Int? = nil, onEmpty: OnEmpty = .skip) {
        self.width = width.map { max(1, $0) }
        self.onEmpty = onEmpty
    }
}

/// One item that a mapped task found: it becomes a task of its own, retried and resumed alone.
package struct TaskMember: Sendable, Hashable, Codable {
    /// Names the member within its task: `2026-01-31/orders.csv` gives `ingest.orders[2026-01-31/orders.csv]`.
    package var key: String
    package var fingerprint: String?

    package init(key: String, fingerprint: String? = nil) {
        self.key = key
        self.fingerprint = fingerprint
    }
}

extension TaskFacts {
    /// The task of a member: as patient as the mapped task, and for nothing else to wait for.
    func member(_ member: TaskMember) -> TaskFacts {
        var facts = self
        facts.id = TaskID("\(id)[\(member.key)]")
        facts.title = member.key
        facts.dependsOn = []
        facts.fingerprint = member.fingerprint
        facts.decision = nil
        facts.mapping = nil
        facts.member = .init(of: id, key: member.key)
        facts.deadline = nil
        return facts
    }

    /// Which item of which mapped task.
    package struct Membership: Sendable, Hashable {
        package var of: TaskID
        package var key: String

        package init(of task: TaskID, key: String) {
            self.of = task
            self.key = key
        }
    }
}
