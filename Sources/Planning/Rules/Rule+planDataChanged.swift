package import Reporting

extension Rule {
    /// Found before a saved plan is run, and while it is.
    package static let planDataChanged = Rule(
        "EST7034", "plan-data-changed", scope: .online, since: "0.2.0",
        summary: "A file that a saved plan reads is not as it was.",
        explanation: """
            A plan that is saved holds size, time of change and SHA-256 of each file that its tasks read; of a file longer \
            than 8 MiB the first and the last 4 MiB count, and its time of change. The file is looked at again before the \
            run and when its task reads it. Plan again and look at it, or give `--allow-drift`.
            """,
        unshown: "it takes a saved plan and a file that changed")
}
