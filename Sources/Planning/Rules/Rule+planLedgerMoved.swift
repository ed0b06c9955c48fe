package import Reporting

extension Rule {
    /// Found before a saved plan is run.
    package static let planLedgerMoved = Rule(
        "EST7027", "plan-ledger-moved", scope: .online, since: "0.2.0",
        summary: "Tasks of a saved plan have run since, or would now run for another reason.",
        explanation: """
            Another run has completed tasks, an output is gone, or a file that is read has changed, so that other tasks \
            would run than were planned. Plan again and look at it, or give `--allow-drift`.
            """,
        unshown: "it takes a saved plan and a run after it")
}
