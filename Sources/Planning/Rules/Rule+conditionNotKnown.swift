package import Reporting

extension Rule {
    package static let conditionNotKnown = Rule(
        "EST7037", "condition-not-known", since: "0.2.0",
        summary: "A 'when' cannot be decided before the run.",
        explanation: """
            A condition over the parameters says before anything starts what a run leaves out, so that the plan can show \
            it. It may use what generators compute: comparisons, arithmetic, dates and texts, not digests or week days.
            """,
        bad: """
            params: {kind: {default: full}}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              orders: {from: raw.orders, when: ⟦initcap(params.kind) = 'Full'⟧, steps: [{distinct: true}]}
            """,
        good: """
            params: {kind: {default: full}}
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              orders: {from: raw.orders, when: params.kind = 'full', steps: [{distinct: true}]}
            """)
}
