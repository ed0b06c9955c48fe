import Algebra
import Configuration
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let deadEnd = Rule(
        "EST2008", "dead-end", .warning, scope: .project, since: "0.2.0",
        summary: "A transform makes a dataset that nothing reads, checks or loads.",
        explanation: """
            Each run pays for it, and nobody would notice if it were wrong. Load it with a sink, bind a suite to it, or \
            remove the transform.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              ⟦sold⟧:
                from: orders
                steps:
                  - filter: quantity > 0
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold:
                from: orders
                steps:
                  - filter: quantity > 0
            sinks:
              sold: sold
            """)
}

extension Check {
    static let deadEnd = Check(.deadEnd) { project, found in
        // What could not be read may be what reads it.
        guard project.isWhole, !project.hasErrors else { return }
        let read = filesRead(by: project.pipelines.map(\.pipeline))
        for compiled in project.pipelines {
            let used = compiled.usedDatasets
            for transform in compiled.transforms where !used.contains(transform.dataset) {
                let dataset = transform.dataset
                let path = compiled.pipeline.layout.filling(["zone": dataset.zone, "dataset": dataset.name]).string
                guard !read.contains(where: { $0.hasSuffix(path) || $0.contains("/\(dataset.zone)/\(dataset.name)/") })
                else {
                    continue
                }
                found.report(
                    Diagnostic(
                        .deadEnd, "nothing reads, checks or loads dataset '\(dataset)'", at: transform.declaration.span,
                        help: "load it with a sink, bind a suite to it, or remove it"))
            }
        }
    }
}

/// Parquet files that sources of the project read: one may be another pipeline's dataset.
private func filesRead(by pipelines: [Pipeline]) -> [String] {
    pipelines.flatMap(\.sources).filter { $0.format == .parquet }.map { "/" + $0.path.string }
}
