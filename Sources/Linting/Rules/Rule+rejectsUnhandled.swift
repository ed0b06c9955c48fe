import Configuration
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let rejectsUnhandled = Rule(
        "EST3014",
        "rejects-unhandled",
        .warning,
        scope: .file,
        since: "0.2.0",
        summary: "Any number of bad rows may be left out or blanked.",
        explanation: """
            With `quarantine` or `null` a file in which every row is bad loads nothing, or nothing but nulls, \
            and the run succeeds. Say with `max` which share of bad rows is still fine.
            """,
        bad: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                bad_rows: ⟦quarantine⟧
            """,
        good: """
            sources:
              orders:
                csv: include/orders.csv
                schema: orders
                bad_rows: {policy: quarantine, max: 1%}
            """
    )
}

extension Check {
    static let rejectsUnhandled = Check(.rejectsUnhandled) { project, found in
        for pipeline in project.pipelines {
            for source in pipeline.pipeline.sources where source.badRows.action != .fail && source.badRows.limit == nil
            {
                let node = project.tree(of: pipeline.pipeline)?["sources"]?[source.name.string]?["bad_rows"]
                guard let node else { continue }
                found.report(
                    Diagnostic(
                        .rejectsUnhandled,
                        "source '\(source.name)' may lose any number of its rows",
                        at: node.span,
                        help: "add 'max: 1%', or the share that is still fine"
                    )
                )
            }
        }
    }
}
