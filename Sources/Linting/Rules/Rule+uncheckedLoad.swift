import Algebra
import Configuration
import Kinds
import Planning
import Quality
package import Reporting

extension Rule {
    package static let uncheckedLoad = Rule(
        "EST5007",
        "unchecked-load",
        .warning,
        scope: .project,
        since: "0.2.0",
        summary: "A table is loaded with nothing that could stop bad data on the way.",
        explanation: """
            Neither the dataset nor any that it is made of has an expectation that blocks. Write a suite: that \
            keys are there and unique is a good beginning.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            sinks:
              ⟦orders⟧: {from: raw.orders, table: dwh.raw_orders}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: orders
            sinks:
              orders: {from: raw.orders, table: dwh.raw_orders}
            """
    )
}

extension Check {
    static let uncheckedLoad = Check(.uncheckedLoad) { project, found in
        guard let suites = project.project?.suites else { return }
        // What could not be read or bound may expect something.
        for pipeline in project.pipelines where pipeline.checks.count >= project.writtenExpectations(of: pipeline) {
            let blocking = pipeline.blocked(by: suites)
            for sink in pipeline.sinks where pipeline.upstream(of: sink.dataset).isDisjoint(with: blocking) {
                found.report(
                    Diagnostic(
                        .uncheckedLoad,
                        "nothing is expected of '\(sink.dataset)' before it is loaded",
                        at: sink.declaration.span,
                        help: "write 'expectations: {\(sink.dataset): SUITE}' and the suite in expectations/"
                    )
                )
            }
        }
    }
}

extension LintedProject {
    /// How many datasets a pipeline expects something of; one more than there could be where that cannot be read.
    fileprivate func writtenExpectations(of pipeline: CompiledPipeline) -> Int {
        guard let section = tree(of: pipeline.pipeline)?["expectations"], !section.isNull else { return 0 }
        return section.entries?.count ?? pipeline.checks.count + 1
    }
}

extension CompiledPipeline {
    /// Datasets with an expectation that can stop them.
    fileprivate func blocked(by suites: [String: Suite]) -> Set<DatasetName> {
        Set(
            checks.filter { binding, _ in
                binding.action.holdsBack
                    && suites[binding.suite.string]?.expectations.contains { $0.importance == .critical } == true
            }.map(\.dataset)
        )
    }
}
