package import Reporting

extension Rule {
    package static let staleBaseline = Rule(
        "EST9010", "stale-baseline", .warning, scope: .project, since: "0.2.0",
        summary: "An entry of the baseline no longer occurs.",
        explanation: """
            The finding was put right, and its entry would accept the next one like it. 'esteira lint --write-baseline' \
            takes such entries out and adds none.
            """,
        unshown: "It takes a baseline, which is not part of the project's files.")
}
