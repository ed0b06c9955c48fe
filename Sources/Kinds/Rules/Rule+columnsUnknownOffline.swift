package import Reporting

extension Rule {
    package static let columnsUnknownOffline = Rule(
        "EST9011", "rule-not-run", scope: .types,
        summary: "Something could not be checked because what it needs is missing.",
        explanation: """
            The finding says what is missing: nothing is assumed to be right that was not looked at. \
            'esteira lint --strict-offline' fails then.
            """,
        unshown: "It takes a machine without DuckDB.")
}
