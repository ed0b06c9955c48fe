package import Reporting

extension Rule {
    /// Found by the task, while it runs.
    package static let emptyFile = Rule(
        "EST3033", "empty-file", scope: .online, since: "0.2.0",
        summary: "A CSV file has not even a header line.",
        explanation: """
            A file of no rows still has its header; one of no bytes is most often a failed export. Ask for the file \
            again, or delete it and write `if_missing: skip`.
            """,
        unshown: "it takes a run over an empty file")
}
