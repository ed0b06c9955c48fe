package import Reporting

extension Rule {
    package static let generatorOrder = Rule(
        "EST3023",
        "generator-order",
        summary: "Generated columns need each other in a circle.",
        explanation: """
            Columns and tables may be declared in any order, and may read each other, but no column can be computed from \
            itself. The message shows the way round.
            """,
        bad: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  users:
                    rows: 10
                    columns: {a: {expression: b + 1}, b: {⟦expression⟧: a}}
            """,
        good: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  users:
                    rows: 10
                    columns: {a: {integer: {max: 9}}, b: {expression: a + 1}}
            """)
}
