import Algebra
import Configuration
import Foundation
import Kinds
package import Reporting

extension Rule {
    package static let failureHides = Rule(
        "EST7021",
        "failure-hides",
        .warning,
        scope: .project,
        since: "0.2.0",
        summary: "A pipeline reads another's dataset that is left as it was when its files are missing.",
        explanation: """
            With `if_missing: skip` a day without a file passes, and the dataset keeps the rows of the day before. Who reads \
            it in another pipeline takes them for today's. Let the source fail, or give each day a path of its own, so that \
            an old one is not found.
            """,
        bad: """
            sources:
              delivered: {parquet: ⟦lake/raw/orders/orders.parquet⟧, schema: orders}
            # file: pipelines/deliveries.yaml
            pipeline: deliveries
            sources:
              orders: {csv: include/orders.csv, schema: orders, if_missing: skip}
            # file: pipelines/daily.yaml
            pipeline: daily
            """,
        good: """
            sources:
              delivered: {parquet: lake/raw/orders/orders.parquet, schema: orders}
            # file: pipelines/deliveries.yaml
            pipeline: deliveries
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            # file: pipelines/daily.yaml
            pipeline: daily
            """
    )
}

extension Check {
    static let failureHides = Check(.failureHides) { project, found in
        guard let lake = project.lakePrefix else { return }
        let stale = project.lakeDatasets.compactMap { dataset -> (dataset: LakeDataset, source: SourceDeclaration)? in
            let source = dataset.pipeline.sources.first { $0.skipsWhenMissing && $0.span == dataset.span }
            guard let source, !dataset.isByDay(project.writtenLayout) else { return nil }
            return (dataset, source)
        }
        guard !stale.isEmpty else { return }
        for pipeline in project.readPipelines {
            for source in pipeline.sources where source.format == .parquet {
                let path = source.path.string.withoutDots
                guard path.hasPrefix(lake),
                    let hit = stale.first(where: {
                        $0.dataset.pipeline.name != pipeline.name
                            && fnmatch(path, lake + $0.dataset.path, FNM_PATHNAME) == 0
                    })
                else { continue }
                found.report(
                    Diagnostic(
                        .failureHides,
                        """
                        '\(hit.dataset.name)' keeps older rows when pipeline '\(hit.dataset.pipeline.name)' finds no file, and \
                        nothing here can tell
                        """,
                        at: source.path.span,
                        notes: [.init("its source is skipped without a file", at: hit.source.span)],
                        help: "write 'if_missing: fail' there, or name folders by day in the lake's 'layout:'"
                    )
                )
            }
        }
    }
}

extension LakeDataset {
    /// Whether each day has a path of its own.
    fileprivate func isByDay(_ layout: Node?) -> Bool {
        let days = Set(pipeline.params.filter { $0.type == .date }.map(\.name))
        return layout.map { !$0.parametersRead.isDisjoint(with: days) } ?? days.contains(Parameter.dayName)
    }
}
