package import Reporting

extension Rule {
    /// Found before a saved plan is run.
    package static let planTableChanged = Rule(
        "EST7028", "plan-table-changed", scope: .online, since: "0.2.0",
        summary: "A table is not as it was when a saved plan was made.",
        explanation: """
            The statements for the table follow from its shape, and would be others now. Plan again and look at them, or \
            give `--allow-drift`, which refuses where they do more than was planned.
            """,
        unshown: "it takes a saved plan and a table that changed")
}
