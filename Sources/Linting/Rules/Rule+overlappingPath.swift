import Algebra
import Kinds
package import Reporting

extension Rule {
    package static let overlappingPath = Rule(
        "EST2010", "overlapping-path", scope: .project, since: "0.2.0",
        summary: "Two datasets have the same path in the lake, or one's path lies inside another's.",
        explanation: """
            Each would overwrite or remove the other's files. Set `zone` and `dataset` apart with a `/` in the lake's \
            `layout:`, and end it in a file's name.
            """,
        bad: """
            sources:
              day_orders: {csv: include/orders.csv, schema: orders, zone: raw}
              ⟦orders⟧: {csv: include/others.csv, schema: orders, zone: raw_day}
            # file: esteira.yaml
            project: shop
            lake: {layout: "${zone}_${dataset}.parquet"}
            """,
        good: """
            sources:
              day_orders: {csv: include/orders.csv, schema: orders, zone: raw}
              orders: {csv: include/others.csv, schema: orders, zone: raw_day}
            # file: esteira.yaml
            project: shop
            lake: {layout: "${zone}/${dataset}.parquet"}
            """)
}

extension Check {
    static let overlappingPath = Check(.overlappingPath) { project, found in
        let datasets = project.lakeDatasets
        let makers = Dictionary(datasets.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
        for dataset in datasets {
            if let first = makers[dataset.path], first.name != dataset.name {
                reportOverlap(
                    "datasets '\(first.name)' and '\(dataset.name)' have the same path '\(dataset.path)'", first,
                    dataset, &found)
            }
            let outer = folders(above: dataset.path).lazy.compactMap { makers[$0] }.first
            if let outer {
                reportOverlap(
                    "the path of dataset '\(dataset.name)' lies inside that of '\(outer.name)'", outer, dataset, &found)
            }
        }
    }
}

private func reportOverlap(_ message: Message, _ first: LakeDataset, _ second: LakeDataset, _ found: inout Diagnostics)
{
    found.report(
        Diagnostic(
            .overlappingPath, message, at: second.span, notes: [.init("the other is here", at: first.span)],
            help: "rename one, or set '${zone}' and '${dataset}' apart with a '/' in the lake's 'layout:'"))
}

/// `a/b` and `a` for `a/b/c`.
private func folders(above path: String) -> [String] {
    var folders: [String] = []
    var rest = path[...]
    while let slash = rest.lastIndex(of: "/") {
        rest = rest[..<slash]
        folders.append(String(rest))
    }
    return folders
}
