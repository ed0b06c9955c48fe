package import Reporting

extension Rule {
    package static let sqlRefused = Rule(
        "EST4002", "unknown-relation", scope: .types, summary: "The engine cannot bind a query.",
        explanation: """
            The query was given to the engine with empty tables of the right columns, and refused. It may only read its \
            `input` and the datasets named under `inputs`.
            """,
        unshown: "it takes an engine that binds the query")
}
