package import Reporting

extension Rule {
    /// Found by the task, while it runs.
    package static let expectationNotMet = Rule(
        "EST5020", "expectation-not-met", scope: .online, since: "0.2.0",
        summary: "A critical expectation of a dataset is not met, so that it is not published.",
        explanation: """
            What was published before stays, and nothing that depends on the dataset is run. The message has the \
            expectation, the share of rows and samples, and names the file with the whole result. Mend the data or \
            the transform; an expectation that may fail has `severity: warning`, and `on_failure: warn` publishes in \
            any case.
            """,
        unshown: "it takes a run over data that do not meet it")
}
