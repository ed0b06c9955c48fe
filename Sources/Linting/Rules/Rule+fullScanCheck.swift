import Configuration
import Kinds
import Planning
import Quality
package import Reporting

extension Rule {
    package static let fullScanCheck = Rule(
        "EST5010",
        "full-scan-check",
        .hint,
        scope: .project,
        since: "0.2.0",
        summary: "Every run looks through all files ever delivered for values that occur twice.",
        explanation: """
            The source's pattern matches the files of all days, and uniqueness takes the memory of all its rows, so that the \
            check grows from run to run. Read the day's files and let the key of a merge keep the table unique, or accept it \
            with a reason where the files stay few.
            """,
        bad: """
            schedule: {cron: "0 6 * * *", timezone: UTC}
            sources:
              orders: {csv: "include/*/orders.csv", schema: orders}
            expectations:
              ⟦raw.orders⟧: each_once
            # file: expectations/each_once.yaml
            suite: each_once
            expectations: [{unique: order_id}]
            """,
        good: """
            schedule: {cron: "0 6 * * *", timezone: UTC}
            params: {date: {type: date, default: today}}
            sources:
              orders: {csv: "include/${params.date}/orders.csv", schema: orders}
            expectations:
              raw.orders: each_once
            # file: expectations/each_once.yaml
            suite: each_once
            expectations: [{unique: order_id}]
            """
    )
}

extension Check {
    static let fullScanCheck = Check(.fullScanCheck) { project, found in
        guard let suites = project.project?.suites else { return }
        for pipeline in project.pipelines where pipeline.pipeline.schedule != nil {
            let tree = project.tree(of: pipeline.pipeline)
            for (binding, dataset) in pipeline.checks {
                guard let suite = suites[binding.suite.string],
                    suite.expectations.contains(where: { $0.uniqueColumns != nil }),
                    let source = pipeline.upstreamSources(of: dataset).first(where: { $0.readsAllDays(tree) })
                else { continue }
                found.report(
                    Diagnostic(
                        .fullScanCheck,
                        "uniqueness is checked over all files of '\(source.path)' in every run",
                        at: binding.dataset.span,
                        notes: [.init("the files are named here", at: source.path.span)],
                        help: "read the files of a day: '${params.date}' in the path"
                    )
                )
            }
        }
    }
}

extension SourceDeclaration {
    /// Whether a folder of its path is left open, and no parameter restricts it.
    fileprivate func readsAllDays(_ tree: Node?) -> Bool {
        let folders = path.string.split(separator: "/").dropLast()
        guard folders.contains(where: { $0.contains("*") }) else { return false }
        return tree?["sources"]?[name.string]?.parametersRead.isEmpty == true
    }
}
