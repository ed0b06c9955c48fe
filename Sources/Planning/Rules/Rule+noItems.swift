package import Reporting

extension Rule {
    /// Found by the task, while it runs.
    package static let noItems = Rule(
        "EST7040", "no-items", scope: .online, since: "0.2.0",
        summary: "A source with 'each_file' found no file.",
        explanation: """
            Each file would have been a task. Where a day without files is usual, write `on_empty: skip`, or \
            `on_empty: ok` for an empty dataset.
            """,
        unshown: "it takes a run")
}
