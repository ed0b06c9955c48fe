import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let unboundedFanOut = Rule(
        "EST2012",
        "unbounded-fan-out",
        .hint,
        since: "0.2.0",
        summary: "A task of each file is made, and nothing limits how many are at work at once.",
        explanation: """
            How many files there are is known only when the run gets there. Without `parallel` they take every place of the \
            run, and other tasks wait until the last file is done.
            """,
        bad: """
            sources:
              orders: {csv: "include/*/orders.csv", schema: orders, each_file: ⟦{on_empty: fail}⟧}
            """,
        good: """
            sources:
              orders: {csv: "include/*/orders.csv", schema: orders, each_file: {on_empty: fail, parallel: 4}}
            """
    )
}

extension Check {
    static let unboundedFanOut = Check(.unboundedFanOut) { project, found in
        for node in project.writtenMaps where (node["parallel"] ?? node).scalar == nil {
            found.report(
                Diagnostic(
                    .unboundedFanOut,
                    "as many files as there are may be at work at once",
                    at: node.span,
                    help: "write 'parallel: 4', or what leaves room for other tasks"
                )
            )
        }
    }
}

extension LintedProject {
    /// The values of `each_file:` of all sources, as written.
    var writtenMaps: [Node] {
        pipelineTrees.flatMap { $0.entries(of: "sources") }.compactMap { $0.value["each_file"] }
    }
}
