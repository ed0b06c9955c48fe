package import Reporting

extension Rule {
    /// Found before a saved plan is run.
    package static let planOfOtherVersion = Rule(
        "EST7030", "plan-of-other-version", scope: .online, since: "0.2.0",
        summary: "A saved plan was made by another major version of Esteira.",
        explanation: """
            The same project may mean other work in another major version. Plan again with the version that is to run \
            it.
            """,
        unshown: "it takes a plan of another version")
}
