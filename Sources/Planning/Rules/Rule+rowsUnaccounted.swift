package import Reporting

extension Rule {
    /// Found by the task, while it runs.
    package static let rowsUnaccounted = Rule(
        "EST6024",
        "rows-unaccounted",
        scope: .online,
        since: "0.2.0",
        summary: "The rows that a task read are not those that it wrote, rejected, filtered and deduplicated.",
        explanation: """
            Rows in = rows out + rejected + filtered + duplicates, each counted for itself: from the file, by the engine, \
            by the server. Where the sum is another, rows were lost or doubled on the way, and nothing is published: the \
            old file stays, a load is rolled back. A file that changes while it is read is the usual cause: let it be \
            moved into place when it is whole, or wait with `unchanged_for`, then resume. If it comes again, it is a \
            fault of Esteira or of the engine: please report it with the task's log.
            """,
        unshown: "it takes a run in which rows are lost"
    )
}
