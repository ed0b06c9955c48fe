package import Reporting

extension Rule {
    /// Found before a saved plan is run.
    package static let planNotRunnable = Rule(
        "EST7033", "plan-not-runnable", scope: .online, since: "0.2.0",
        summary: "A saved plan does not know enough to be run.",
        explanation: """
            A plan made with `--offline` or by simulation has asked neither the ledger nor the tables, so that nobody \
            can tell whether they are as it was planned. Plan without that option, or give `--allow-drift`.
            """,
        unshown: "it takes a plan that was made offline")
}
