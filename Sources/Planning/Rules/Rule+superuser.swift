package import Reporting

extension Rule {
    /// Found by `plan --probe`.
    package static let superuser = Rule(
        "EST8010", "superuser", .warning, scope: .online, since: "0.2.0",
        summary: "A connection is opened as a superuser.",
        explanation: """
            Nothing limits what a superuser can do, and its password is in the environment of every run. Loads need a role \
            that may make schemas, or owns the tables that it fills, and no more.
            """,
        unshown: "it takes a database")
}
