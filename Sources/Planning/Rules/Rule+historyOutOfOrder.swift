package import Reporting

extension Rule {
    /// Found by the load, before it changes anything.
    package static let historyOutOfOrder = Rule(
        "EST6025",
        "history-out-of-order",
        scope: .online,
        since: "0.2.0",
        summary: "Rows of an earlier moment come to a table whose history goes further already.",
        explanation: """
            With `mode: scd2` a version ends where the next begins, so days are loaded in their order: an older day after a \
            newer one would end versions before they began. The load is refused and nothing is changed. Where an older day \
            has been corrected, drop the table and run the days anew, the oldest first: `esteira run PIPELINE --force`.
            """,
        unshown: "it takes a database"
    )
}
