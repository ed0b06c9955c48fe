package import Reporting

extension Rule {
    /// Found before a saved plan is run.
    package static let planSecretGone = Rule(
        "EST7029", "plan-secret-gone", scope: .online, since: "0.2.0",
        summary: "A variable that a saved plan needs has no value any more.",
        explanation: """
            Plans name connections and never hold their secrets: who runs one needs them in the environment or in \
            `.env`. Set the variable and run the plan again.
            """,
        unshown: "it takes a saved plan")
}
