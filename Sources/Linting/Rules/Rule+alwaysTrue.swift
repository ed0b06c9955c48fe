import Algebra
import Configuration
import Expressions
import Kinds
import Planning
import Quality
package import Reporting

extension Rule {
    package static let alwaysTrue = Rule(
        "EST5005",
        "always-true",
        .hint,
        scope: .project,
        since: "0.2.0",
        summary: "An expectation that can never fail, because something else sees to it.",
        explanation: """
            A column that is declared without nulls has none: the row would not have been read. An expectation \
            that is there twice is measured once. Such lines make a suite look stricter than it is.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: sales
            # file: expectations/sales.yaml
            expectations:
              - not_null: ⟦order_id⟧
              - not_null: status
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            expectations:
              raw.orders: sales
            # file: expectations/sales.yaml
            expectations:
              - not_null: status
            """
    )
}

extension Check {
    static let alwaysTrue = Check(.alwaysTrue) { project, found in
        for (suite, rows, ownNames) in project.boundSuites {
            for expectation in suite.expectations {
                if let lookup = expectation.lookup, lookup.columns == lookup.keys,
                    ownNames.allSatisfy({ $0.contains(lookup.dataset.string) })
                {
                    found.report(
                        Diagnostic(
                            .alwaysTrue,
                            "'\(lookup.dataset)' is the dataset itself, which has every value of its own columns",
                            at: lookup.dataset.span,
                            help: "name another dataset or another column, or take the expectation out"
                        )
                    )
                }
                guard let column = expectation.requiredColumn,
                    rows.allSatisfy({ $0[column.value]?.isNullable == false })
                else { continue }
                found.report(
                    Diagnostic(
                        .alwaysTrue,
                        "'\(column.value)' is never null: its schema or the steps see to it",
                        at: column.span,
                        help: "take the expectation out"
                    )
                )
            }
            for (first, second) in suite.repeated {
                found.report(
                    Diagnostic(
                        .alwaysTrue,
                        "this is expected already",
                        at: second.span,
                        notes: [.init("the first is here", at: first.span)],
                        help: "take one of them out",
                        severity: .warning
                    )
                )
            }
        }
    }
}

extension LintedProject {
    /// Suites with the columns of the datasets they are bound to, and the names that a suite has for each of these
    /// itself; those that are bound to none are left out.
    fileprivate var boundSuites: [(suite: Suite, rows: [RowType], ownNames: [Set<String>])] {
        var bound: [String: (suite: Suite, rows: [RowType], ownNames: [Set<String>])] = [:]
        for pipeline in pipelines {
            for (binding, dataset) in pipeline.checks {
                guard let suite = project?.suites[binding.suite.string], let row = pipeline.row(of: dataset) else {
                    continue
                }
                let own = pipeline.checkReads[dataset, default: [:]].filter { $0.value == dataset }
                bound[suite.file, default: (suite, [], [])].rows.append(row)
                bound[suite.file]?.ownNames.append(Set(own.keys))
            }
        }
        return bound.keys.sorted().compactMap { bound[$0] }
    }
}

extension Suite {
    /// Expectations that are written twice with the same meaning.
    fileprivate var repeated: [(Expectation, Expectation)] {
        var first: [String: Expectation] = [:]
        return expectations.compactMap { expectation in
            let meaning = expectation.canonical
            guard let earlier = first[meaning] else {
                first[meaning] = expectation
                return nil
            }
            return (earlier, expectation)
        }
    }
}
