package import Reporting

extension Rule {
    /// Found by `plan --probe`.
    package static let liveSchemaDrift = Rule(
        "EST6018", "live-schema-drift", scope: .online, since: "0.2.0",
        summary: "The table in the warehouse is not as it is declared, in a way that a load must not decide.",
        explanation: """
            A column has a type that does not hold all declared values, must have a value that nothing brings, or is part of \
            another primary key; or columns are missing and `schema_changes: fail` is written. The load would fail. Change \
            the schema or the table.
            """,
        unshown: "it takes a database")
}
