package import Reporting

extension Rule {
    /// Found by the task, while it runs.
    package static let datasetNotPublished = Rule(
        "EST6022", "dataset-not-published", scope: .online, since: "0.2.0",
        summary: "A task needs a dataset that is not in the lake.",
        explanation: """
            Only some tasks were chosen, and what they read was never made, did not pass its check, or was deleted. \
            A `+` before the selector runs what a task needs too: `--select +load.orders`.
            """,
        unshown: "it takes a run of some tasks")
}
