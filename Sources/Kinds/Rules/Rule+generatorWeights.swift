package import Reporting

extension Rule {
    package static let generatorWeights = Rule(
        "EST3022",
        "weights",
        summary: "Weights from which nothing can be drawn.",
        explanation: "Weights count as shares of their sum: none may be negative and one must be above 0.",
        bad: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  users:
                    rows: 10
                    columns: {plan: {choice: ⟦{free: 0, paid: 0}⟧}}
            """,
        good: """
            generators:
              store:
                seed: store
                output: {csv: "include/${table}.csv"}
                tables:
                  users:
                    rows: 10
                    columns: {plan: {choice: {free: 9, paid: 1}}}
            """)
}
