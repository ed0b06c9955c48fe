package import Reporting

extension Rule {
    /// Found by the task, while it runs.
    package static let tooManyBadRows = Rule(
        "EST3031", "too-many-bad-rows", scope: .online, since: "0.2.0",
        summary: "More rows of a source do not fit its schema than `max` allows.",
        explanation: """
            A file with so many bad rows is more likely the wrong file than a good one with faults, and nothing of \
            it is published. The rows with their lines and reasons are in the file under `quarantine/` that the \
            message names; mend the file, the schema, or raise `bad_rows: {max: …}`.
            """,
        unshown: "it takes a run over a file with bad rows")
}
