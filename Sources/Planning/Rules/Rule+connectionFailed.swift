package import Reporting

extension Rule {
    /// Found by `plan --probe`.
    package static let connectionFailed = Rule(
        "EST6023", "connection-failed", scope: .online, since: "0.2.0",
        summary: "A connection that the plan's loads need cannot be opened.",
        explanation: """
            The server does not answer, or refuses the role or its password; the load would fail in the same way. Look at the \
            connection's address and at the variables that it names.
            """,
        unshown: "it takes a database")
}
