package import Reporting

extension Rule {
    /// Found before a saved plan is run.
    package static let planUnconfirmed = Rule(
        "EST7032", "plan-unconfirmed", scope: .online, since: "0.2.0",
        summary: "A saved plan destroys something, and nobody has confirmed it.",
        explanation: """
            Rows that are in a table would be gone. Give `--yes`, or `--confirm` with the first eight or more digits of \
            the plan's id, which a later plan does not have.
            """,
        unshown: "it takes a saved plan")
}
