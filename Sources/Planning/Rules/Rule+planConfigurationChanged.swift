package import Reporting

extension Rule {
    /// Found before a saved plan is run.
    package static let planConfigurationChanged = Rule(
        "EST7026", "plan-configuration-changed", scope: .online, since: "0.2.0",
        summary: "The project is not what a saved plan was made from.",
        explanation: """
            A file has other bytes, or the same files now mean something else, because a variable or a table that they \
            name has changed. Plan again and look at it, or give `--allow-drift` to accept whatever has no wider \
            effects.
            """,
        unshown: "it takes a saved plan")
}
