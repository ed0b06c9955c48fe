package import Reporting

extension Rule {
    /// Found by `plan --probe`.
    package static let permission = Rule(
        "EST6017", "permission", scope: .online, since: "0.2.0",
        summary: "The role of a connection lacks a right that the plan's loads need.",
        explanation: """
            A load makes its table, or fills, empties and alters it, and writes a row into the ledger `esteira.loads`; each \
            statement needs a right, and the load fails at the first that is missing. Let somebody who may grant it: the \
            finding says how.
            """,
        unshown: "it takes a database")
}
