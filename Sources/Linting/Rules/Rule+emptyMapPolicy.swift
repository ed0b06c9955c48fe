import Configuration
import Kinds
package import Reporting

extension Rule {
    package static let emptyMapPolicy = Rule(
        "EST7018",
        "empty-map-policy",
        .hint,
        fix: .safe,
        since: "0.2.0",
        summary: "A task of each file is made, and nothing says what a day without files means.",
        explanation: """
            Without `on_empty` the run fails there, which is right where files are promised. Where a day without any is usual, \
            `skip` leaves the source out and all that depends on it, and `ok` makes an empty dataset.
            """,
        bad: """
            sources:
              orders: {csv: "include/*/orders.csv", schema: orders, each_file: ⟦4⟧}
            """,
        good: """
            sources:
              orders: {csv: "include/*/orders.csv", schema: orders, each_file: {parallel: 4, on_empty: fail}}
            """
    )
}

extension Check {
    static let emptyMapPolicy = Check(.emptyMapPolicy) { project, found in
        for node in project.writtenMaps where node["on_empty"] == nil {
            let short = node.scalar.map { TextEdit(node.span, "{parallel: \($0.text), on_empty: fail}") }
            found.report(
                Diagnostic(
                    .emptyMapPolicy,
                    "nothing says what happens when there is no file",
                    at: node.span,
                    help: "write 'on_empty: fail', 'skip' or 'ok'",
                    fix: (short ?? node.fixAdding("on_empty: fail")).map {
                        Fix(.safe, "say what happens now: 'on_empty: fail'", [$0])
                    }
                )
            )
        }
    }
}
