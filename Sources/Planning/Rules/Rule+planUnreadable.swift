package import Reporting

extension Rule {
    /// Found before a saved plan is run.
    package static let planUnreadable = Rule(
        "EST7025", "plan-unreadable", scope: .online, since: "0.2.0",
        summary: "A saved plan cannot be read.",
        explanation: """
            The file is no plan, or its `plan_version` has a major number that this version does not know, so that keys \
            may mean something else. Make the plan again: `esteira plan -o FILE`.
            """,
        unshown: "it takes a file that is no plan")
}
