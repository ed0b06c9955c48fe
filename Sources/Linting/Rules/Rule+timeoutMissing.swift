import Configuration
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let timeoutMissing = Rule(
        "EST7011",
        "timeout-missing",
        .hint,
        scope: .project,
        since: "0.2.0",
        summary: "A table is loaded over the network without a timeout.",
        explanation: """
            A server that takes a connection and then says nothing holds the run, and with it the next ones, for as long as \
            nobody looks. One `timeout:` under `defaults:` of esteira.yaml is enough.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            ⟦sinks⟧:
              orders: {from: raw.orders, table: orders}
            # file: esteira.yaml
            project: shop
            profiles:
              local:
                lake: lake
                connections:
                  warehouse: {postgres: "${env.DATABASE_URL}"}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              orders: {from: raw.orders, table: orders}
            # file: esteira.yaml
            project: shop
            defaults: {timeout: 1h}
            profiles:
              local:
                lake: lake
                connections:
                  warehouse: {postgres: "${env.DATABASE_URL}"}
            """
    )
}

extension Check {
    static let timeoutMissing = Check(.timeoutMissing) { project, found in
        for pipeline in project.pipelines {
            let endless = pipeline.pipeline.sinks.filter {
                $0.policy.timeout == nil && project.loadsPostgres($0)
                    && !project.hasWrittenTimeout($0, of: pipeline.pipeline)
            }
            guard !endless.isEmpty,
                let place = project.tree(of: pipeline.pipeline)?[entry: "sinks"]?.keySpan
            else { continue }
            let names = endless.map { "'\($0.name)'" }.joined(separator: ", ")
            found.report(
                Diagnostic(
                    .timeoutMissing,
                    "loads over the network may wait for ever: \(names)",
                    at: place,
                    help: "write 'timeout: 1h' under 'defaults:' of esteira.yaml"
                )
            )
        }
    }
}

extension LintedProject {
    /// Whether a timeout stands in the file, though it could not be read.
    fileprivate func hasWrittenTimeout(_ sink: SinkDeclaration, of pipeline: Pipeline) -> Bool {
        if trees[ProjectFiles.projectFile]?["defaults"]?["timeout"] != nil { return true }
        let entry = tree(of: pipeline)?.entries(of: "sinks").first { $0.keySpan == sink.span }
        return entry?.value["timeout"] != nil
    }
}
