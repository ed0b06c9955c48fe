import Configuration
import Kinds
import Planning
import Quality
package import Reporting

extension Rule {
    package static let quarantineMissing = Rule(
        "EST5009",
        "quarantine-missing",
        scope: .project,
        summary: "A gate is told to set failing rows aside, and no critical expectation is about rows.",
        explanation: """
            A number of rows, a mean or the columns of a table belong to no single row, so that nothing can be set aside where \
            such an expectation is not met: the whole dataset is held back, as `block` does. Say so, or expect something of \
            the rows.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: {suite: enough, on_failure: ⟦quarantine⟧}
            # file: expectations/enough.yaml
            suite: enough
            expectations: [{row_count: {min: 100}}, {not_null: {column: order_id, severity: warning}}]
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: {suite: enough, on_failure: quarantine}
            # file: expectations/enough.yaml
            suite: enough
            expectations: [{row_count: {min: 100}}, {not_null: order_id}]
            """
    )
}

extension Check {
    static let quarantineMissing = Check(.quarantineMissing) { project, found in
        guard let suites = project.project?.suites else { return }
        for pipeline in project.pipelines {
            let bindings = project.tree(of: pipeline.pipeline)?["expectations"]
            for (binding, dataset) in pipeline.checks where binding.action == .quarantine {
                guard let suite = suites[binding.suite.string], let row = pipeline.row(of: dataset),
                    let written = bindings?[binding.dataset.string]?["on_failure"],
                    !suite.plan(for: row).checks.contains(where: {
                        $0.isAboutRows && $0.expectation.importance == .critical
                    })
                else { continue }
                found.report(
                    Diagnostic(
                        .quarantineMissing, "no critical expectation of '\(binding.suite)' is about single rows",
                        at: written.span,
                        notes: [.init("the suite is named here", at: binding.suite.span)],
                        help: "write 'block', or expect something of the rows"))
            }
        }
    }
}
