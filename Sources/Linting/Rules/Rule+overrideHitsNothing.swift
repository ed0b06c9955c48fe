import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let overrideHitsNothing = Rule(
        "EST1015",
        "override-hits-nothing",
        .warning,
        scope: .project,
        fix: .unsafe,
        since: "0.2.0",
        summary: "A profile gives a value to a parameter that no pipeline has.",
        explanation: """
            `params:` of a profile goes before the defaults of pipelines, by the name of the parameter. A name that none of \
            them has changes nothing: the pipeline that was meant runs with its default. Write the name as the pipeline \
            has it, or remove the entry.
            """,
        bad: """
            params:
              most: {type: int, default: 1000}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              some: {from: raw.orders, steps: [{sort: order_id}, {limit: "${params.most}"}]}
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                lake: lake
                connections: {warehouse: {duckdb: warehouse.duckdb}}
                params: {⟦mst⟧: 10}
            """,
        good: """
            params:
              most: {type: int, default: 1000}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              some: {from: raw.orders, steps: [{sort: order_id}, {limit: "${params.most}"}]}
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                lake: lake
                connections: {warehouse: {duckdb: warehouse.duckdb}}
                params: {most: 10}
            """
    )
}

extension Check {
    static let overrideHitsNothing = Check(.overrideHitsNothing) { project, found in
        // What could not be read may be what declares it.
        guard project.isWhole else { return }
        let given = project.profileParams
        guard !given.isEmpty else { return }
        let known = Set(project.pipelineFiles.flatMap { $0.node.entries(of: "params") }.map(\.key))
        for (profile, entry) in given where !known.contains(entry.key) {
            let closest = closestName(to: entry.key, among: known)
            let isTaken = given.contains { $0.profile == profile && $0.entry.key == closest }
            found.report(
                Diagnostic(
                    .overrideHitsNothing,
                    "profile '\(profile)' sets '\(entry.key)', and no pipeline has a parameter of that name",
                    at: entry.keySpan,
                    help: closest.map { "did you mean '\($0)'?" }
                        ?? "remove it, or declare it under 'params:' of a pipeline",
                    fix: isTaken ? nil : closest.map { entry.renamed(to: $0) }
                )
            )
        }
    }
}
