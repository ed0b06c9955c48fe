import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let partitionExplosion = Rule(
        "EST3016",
        "partition-explosion",
        .warning,
        scope: .project,
        since: "0.2.0",
        summary: "The lake's layout makes more files of one dataset in a year than a reader can open.",
        explanation: """
            Each value of a parameter in the layout is a folder, and a day more multiplies them. Listing and opening so many \
            files takes longer than reading them. Name folders by month in place of day, or by fewer parameters.
            """,
        options: [.fileLimit],
        bad: """
            # file: esteira.yaml
            project: shop
            lake: {layout: ⟦"${zone}/${dataset}/${params.state}/${params.date}.parquet"⟧}
            # file: pipelines/daily.yaml
            pipeline: daily
            params:
              date: {type: date, default: 2026-01-31}
              state:
                type: choice
                default: sp
                choices: [ac, al, am, ap, ba, ce, df, es, go, ma, mg, ms, mt, pa, pb, pe, pi, pr, rj, rn, ro, rr, rs, sc, se, sp, to, xx]
            sources:
              orders: {csv: "include/${params.state}.csv", schema: orders}
            """,
        good: """
            # file: esteira.yaml
            project: shop
            lake: {layout: "${zone}/${dataset}/${params.state}/${params.date:%Y-%m}.parquet"}
            # file: pipelines/daily.yaml
            pipeline: daily
            params:
              date: {type: date, default: 2026-01-31}
              state:
                type: choice
                default: sp
                choices: [ac, al, am, ap, ba, ce, df, es, go, ma, mg, ms, mt, pa, pb, pe, pi, pr, rj, rn, ro, rr, rs, sc, se, sp, to, xx]
            sources:
              orders: {csv: "include/${params.state}.csv", schema: orders}
            """
    )
}

extension RuleOption {
    fileprivate static let fileLimit = RuleOption("max_files", .number(10_000), "files of one dataset in a year")
}

extension Check {
    static let partitionExplosion = Check(.partitionExplosion) { project, found in
        guard let layout = project.writtenLayout, let text = layout.scalar?.text else { return }
        let limit = project.number(.fileLimit, of: .partitionExplosion)
        let counts = project.readPipelines.compactMap { pipeline in
            project.tree(of: pipeline).map { (pipeline.name, filesOfYear(text, pipeline, $0)) }
        }
        guard let (name, files) = counts.max(by: { $0.1 < $1.1 }), files > limit else { return }
        found.report(
            Diagnostic(
                .partitionExplosion,
                "pipeline '\(name)' can write \(Int(files)) files of each dataset in a year",
                at: layout.span,
                help: "name folders by month, as in '${params.date:%Y-%m}', or by fewer parameters"
            )
        )
    }
}

/// How many paths a layout has in a year; parameters whose values are not counted count once.
private func filesOfYear(_ layout: String, _ pipeline: Pipeline, _ tree: Node) -> Double {
    pipeline.params.reduce(1) { files, parameter in
        let uses = layout.split(separator: "${params.\(parameter.name)", omittingEmptySubsequences: false).dropFirst()
            .map { $0.prefix { $0 != "}" } }
            .filter { $0.isEmpty || $0.hasPrefix(":") }
        guard !uses.isEmpty else { return files }
        return switch parameter.type {
        case .boolean: files * 2
        case .choice: files * Double(tree["params"]?[parameter.name]?["choices"]?.items?.count ?? 1)
        case .date: files * daysApart(uses)
        case .int, .list, .number, .string: files
        }
    }
}

/// How many different texts the formats of a date give in a year.
private func daysApart(_ formats: [Substring]) -> Double {
    func anyHas(_ directives: [String]) -> Bool {
        formats.contains { format in directives.contains { format.contains($0) } }
    }
    if formats.contains("") || anyHas(["%d", "%j", "%F", "%D", "%x", "%e"]) { return 365 }
    if anyHas(["%U", "%W", "%V"]) { return 52 }
    return anyHas(["%m", "%b", "%B"]) ? 12 : 1
}
