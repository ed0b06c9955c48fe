package import Reporting

extension Rule {
    /// Found by `plan --probe`.
    package static let replaceDependents = Rule(
        "EST6015", "replace-dependents", .warning, scope: .online, since: "0.2.0",
        summary: "Something depends on the rows of a table that a load replaces.",
        explanation: """
            A replacement empties the table and keeps the table itself, so that views, grants and indexes stay. Foreign keys \
            that point at it do not let it be emptied while rows refer to it, or take those rows along; materialized views \
            keep the old rows until they are refreshed; row triggers do not see rows leave. Use `mode: merge`, or load the \
            dependent tables too.
            """,
        unshown: "it takes a database")
}
