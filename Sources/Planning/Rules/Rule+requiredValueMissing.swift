package import Reporting

extension Rule {
    /// Found by the task, while it runs.
    package static let requiredValueMissing = Rule(
        "EST3032", "required-value-missing", scope: .online, since: "0.2.0",
        summary: "Rows of a source have no value in a column that the schema requires.",
        explanation: """
            The schema says `nullable: false`. Declare the column `nullable: true` where a value may be missing, or \
            set such rows aside with `bad_rows: quarantine`.
            """,
        unshown: "it takes a run over a file that lacks values")
}
