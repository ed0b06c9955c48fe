package import Reporting

extension Rule {
    /// Found by the task, while it runs.
    package static let unexpectedHeader = Rule(
        "EST3034", "unexpected-header", scope: .online, since: "0.2.0",
        summary: "The header of a CSV file is not the schema's.",
        explanation: """
            Columns may stand in any order, but each column of the schema has to be there once and no other besides. \
            Change the schema to what the file brings, or the first line of the file.
            """,
        unshown: "it takes a run over a file with another header")
}
