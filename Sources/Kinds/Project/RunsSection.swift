import Configuration

/// What `runs:` of `esteira.yaml` says.
package enum RunsSection {
    package static let standardKeep: Duration = .seconds(90 * 86400)

    static let spec = KindSpec("runs", summary: "What is kept of past runs.") {
        Field(
            "keep",
            .duration,
            default: "90d",
            example: "30d",
            doc: """
                How long after its end a run is kept, with its logs. A successful run forgets older ones; what they have \
                done stays done.
                """
        )
    }
}
