import Configuration
import Foundation
import Kinds
package import Reporting

extension Rule {
    package static let crossPipelineMissing = Rule(
        "EST2014",
        "cross-pipeline-missing",
        .warning,
        scope: .project,
        since: "0.2.0",
        summary: "A source reads a Parquet file of the lake that no pipeline of the project writes.",
        explanation: """
            What lies in the lake was put there by a pipeline. The zone, the dataset or the day in the path is not what one \
            of them writes, so the file will not be there, or it is an old one that nobody renews. If another project writes \
            it, suppress this with its name as the reason.
            """,
        bad: """
            sources:
              sold: {parquet: ⟦lake/processed/oders/oders.parquet⟧, schema: orders}
            # file: pipelines/orders.yaml
            pipeline: orders
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              orders: {from: raw.orders, steps: [{distinct: true}]}
            """,
        good: """
            sources:
              sold: {parquet: lake/processed/orders/orders.parquet, schema: orders}
            # file: pipelines/orders.yaml
            pipeline: orders
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              orders: {from: raw.orders, steps: [{distinct: true}]}
            """
    )
}

extension Check {
    static let crossPipelineMissing = Check(.crossPipelineMissing) { project, found in
        // What could not be read may be what writes it.
        guard project.isWhole, let lake = project.lakePrefix else { return }
        var written: [(name: String, path: String)]?
        for source in project.readPipelines.flatMap(\.sources) where source.format == .parquet {
            let path = source.path.string.withoutDots
            guard path.hasPrefix(lake) else { continue }
            let datasets = written ?? project.readPipelines.flatMap { $0.writtenPaths(in: lake) }
            written = datasets
            if datasets.contains(where: { fnmatch(path.withoutDigits, $0.path.withoutDigits, FNM_PATHNAME) == 0 }) {
                continue
            }
            let stem = String(path.lastPart(after: "/").prefix { $0 != "." })
            let closest = closestName(to: stem, among: datasets.map(\.name))
            found.report(
                Diagnostic(
                    .crossPipelineMissing,
                    "no pipeline of the project writes '\(source.path)'",
                    at: source.path.span,
                    help: closest.map { "did you mean dataset '\($0)'?" }
                        ?? "write it in a pipeline, or read it from where it is made"
                )
            )
        }
    }
}

extension Pipeline {
    /// The files of its datasets, relative to the project's folder.
    fileprivate func writtenPaths(in lake: String) -> [(name: String, path: String)] {
        let datasets = sources.map { ($0.zone, $0.name.string) } + transforms.map { ($0.zone, $0.name.string) }
        return datasets.map { zone, name in (name, lake + layout.filling(["zone": zone, "dataset": name]).string) }
    }
}

extension String {
    /// With `#` for each run of digits: another pipeline may have another day.
    fileprivate var withoutDigits: String {
        var shape = ""
        for character in self {
            guard character.isNumber else {
                shape.append(character)
                continue
            }
            if shape.last != "#" { shape.append("#") }
        }
        return shape
    }
}
