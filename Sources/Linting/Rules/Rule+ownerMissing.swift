import Configuration
package import Reporting

extension Rule {
    package static let ownerMissing = Rule(
        "EST9003",
        "owner",
        .hint,
        since: "0.2.0",
        summary: "A pipeline loads tables, and nobody answers for it.",
        explanation: """
            When a load fails at night or a number looks wrong, somebody asks whose it is. Name a team rather than a person: \
            teams stay.
            """,
        bad: """
            ⟦pipeline⟧: example
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: raw.orders, table: orders}
            """,
        good: """
            pipeline: example
            owner: data-platform
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: raw.orders, table: orders}
            """
    )
}

extension Check {
    static let ownerMissing = Check(.ownerMissing) { project, found in
        for tree in project.pipelineTrees {
            guard tree["owner"] == nil, tree["sinks"]?.entries?.isEmpty == false,
                let name = tree[entry: "pipeline"], let text = name.value.scalar?.text
            else { continue }
            found.report(
                Diagnostic(
                    .ownerMissing,
                    "nobody answers for the tables that '\(text)' loads",
                    at: name.keySpan,
                    help: "write 'owner: TEAM'"
                )
            )
        }
    }
}
