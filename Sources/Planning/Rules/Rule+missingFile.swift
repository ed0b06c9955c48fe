package import Reporting

extension Rule {
    /// Found by the task, while it runs.
    package static let missingFile = Rule(
        "EST3030", "missing-file", scope: .online, since: "0.2.0",
        summary: "No file matches the path of a source.",
        explanation: """
            A source's files are there before the run, or a generator before it writes them. Make the file, choose \
            another day with `--param date=…`, or write `if_missing: skip` where a day without a file is usual.
            """,
        unshown: "it takes a run")
}
