package import Reporting

extension Rule {
    package static let cycle = Rule(
        "EST2004", "cycle", scope: .project, summary: "Datasets depend on each other in a circle.",
        explanation: "Nothing in the circle could be made first. The message names the way round.",
        bad: """
            transforms:
              a: {from: b}
              b: {from: ⟦a⟧}
            """,
        good: """
            sources:
              a: {csv: include/orders.csv, schema: orders}
            transforms:
              a: {from: raw.a}
              b: {from: a}
            """)
}
