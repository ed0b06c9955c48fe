import Configuration
import Kinds
import Planning
package import Reporting

extension Rule {
    package static let conditionNeverTrue = Rule(
        "EST2013",
        "condition-never-true",
        .warning,
        scope: .types,
        since: "0.2.0",
        summary: "A filter has a condition that no row can meet.",
        explanation: """
            Parts joined by `and` ask of one column what cannot be at once, so every run makes an empty dataset, and \
            a load that replaces empties its table. Where either is meant, join the parts by `or`, or write `in (…)`.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              open:
                from: raw.orders
                steps:
                  - filter: ⟦status = 'pendente' and status = 'aprovado'⟧
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              open:
                from: raw.orders
                steps:
                  - filter: status in ('pendente', 'aprovado')
            """
    )
}

extension Check {
    static let conditionNeverTrue = Check(.conditionNeverTrue) { project, found in
        project.forEachStep { step, _ in
            guard step.step is Filter, let condition = step.expressions.first, condition.typed.isNeverTrue else {
                return
            }
            found.report(
                Diagnostic(
                    .conditionNeverTrue,
                    "no row can meet this condition",
                    at: condition.text.span,
                    help: "join by 'or' what may hold one at a time, or remove a part"
                )
            )
        }
    }
}
