package import Reporting

extension Rule {
    /// Found before a saved plan is run.
    package static let planWider = Rule(
        "EST7031", "plan-wider", scope: .online, since: "0.2.0",
        summary: "What would happen now goes beyond a saved plan.",
        explanation: """
            With `--allow-drift` a saved plan is made anew, and it may do less than was planned or the same, never more: \
            no other target, nothing destroyed that was kept, nothing final that could be undone. Plan again and look at \
            it.
            """,
        unshown: "it takes a saved plan and a change after it")
}
