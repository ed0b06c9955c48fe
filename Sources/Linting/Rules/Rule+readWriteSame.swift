import Algebra
import Configuration
import Foundation
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let readWriteSame = Rule(
        "EST6013",
        "read-write-same",
        scope: .project,
        since: "0.2.0",
        summary: "A source reads a file that the same pipeline writes to the lake.",
        explanation: """
            The source and the writer do not know of each other: the source reads what the last run left, or half of what \
            this run writes. Name the dataset instead, as in `from: processed.orders`.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
              again: {parquet: ⟦lake/processed/sold/sold.parquet⟧, schema: orders}
            transforms:
              sold: {from: raw.orders, steps: [{filter: quantity > 0}]}
            sinks:
              sold: {from: sold, table: sold}
              again: {from: raw.again, table: again}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold: {from: raw.orders, steps: [{filter: quantity > 0}]}
            sinks:
              sold: {from: sold, table: sold}
              again: {from: sold, table: again}
            """
    )
}

extension Check {
    static let readWriteSame = Check(.readWriteSame) { project, found in
        guard let lake = project.project?.profile.lakeDirectory.string.withoutDots else { return }
        for pipeline in project.pipelines {
            // Most sources lie elsewhere; only the others are held against the datasets.
            let prefix = lake.isEmpty ? "" : "\(lake)/"
            let inside = pipeline.sources.map(\.declaration).filter { $0.path.string.withoutDots.hasPrefix(prefix) }
            guard !inside.isEmpty else { continue }
            let outputs = pipeline.outputs(in: prefix)
            for source in inside {
                let pattern = source.path.string.withoutDots
                guard let output = outputs.first(where: { fnmatch(pattern, $0.path, FNM_PATHNAME) == 0 }) else {
                    continue
                }
                found.report(
                    Diagnostic(
                        .readWriteSame,
                        "source '\(source.name)' reads the file of dataset '\(output.dataset)'",
                        at: source.path.span,
                        help: "name the dataset '\(output.dataset)' where the source is read"
                    )
                )
            }
        }
    }
}

extension CompiledPipeline {
    /// The files of its datasets, relative to the project's folder.
    fileprivate func outputs(in prefix: String) -> [(dataset: DatasetName, path: String)] {
        (sources.map(\.dataset) + transforms.map(\.dataset)).map { dataset in
            let path = pipeline.layout.filling(["zone": dataset.zone, "dataset": dataset.name]).string
            return (dataset, prefix + path)
        }
    }
}
