package import Reporting

extension Rule {
    package static let checkReadsDownstream = Rule(
        "EST5008", "check-reads-downstream", scope: .project, since: "0.2.0",
        summary: "The check of a dataset reads another one that has to wait for that check.",
        explanation: """
            A check publishes its dataset, also where a failure only warns, and what is made from the dataset waits for \
            it. A check that reads such a dataset waits for itself, and so do two checks that read each other's. Expect \
            it of a dataset that is made later. The message names the way round.
            """,
        bad: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold: {from: orders, steps: [{filter: quantity > 0}]}
            expectations:
              raw.orders: known
            # file: expectations/known.yaml
            expectations:
              - references: {column: order_id, to: ⟦processed.sold⟧.order_id}
            """,
        good: """
            sources:
              orders: {csv: include/orders.csv, schema: orders}
            transforms:
              sold: {from: orders, steps: [{filter: quantity > 0}]}
            expectations:
              sold: known
            # file: expectations/known.yaml
            expectations:
              - references: {column: order_id, to: raw.orders.order_id}
            """)
}
